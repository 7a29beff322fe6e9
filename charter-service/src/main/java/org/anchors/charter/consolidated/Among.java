package org.anchors.charter.consolidated;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose values a question to the projection is about: those of some organisations, who are named in it, or everyone's. A question
 * says {@code %s} where it would name them, among conditions on {@code consolidated_value v}.
 */
final class Among {

    static final String ONE = "and v.organisation = :organisation";
    private static final String SOME = "and v.organisation in (:organisations)";

    private Among() {}

    /**
     * Asks of some organisations, or of everyone.
     *
     * @param organisations their keys; null for everyone
     */
    static Query ask(EntityManager database, String question, @Nullable List<String> organisations) {
        return organisations == null
                ? database.createNativeQuery(question.formatted(""), Tuple.class)
                : database.createNativeQuery(question.formatted(SOME), Tuple.class)
                        .setParameter("organisations", organisations);
    }
}

package org.anchors.employment.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anchors.employment.total.Untold;

/** What participants say of themselves for the sake of equality; kept apart from everything else, with a role of its own. */
@ApplicationScoped
class EqualityFlags {

    private final EntityManager database;
    private final Untold untold;

    EqualityFlags(EntityManager database, Untold untold) {
        this.database = database;
        this.untold = untold;
    }

    /** What somebody answered. A group about which nobody asked has no answer. */
    enum Answer {
        YES,
        NO,
        PREFER_NOT_TO_SAY
    }

    /** A participant's answers by group. */
    Map<String, Answer> of(long participant) {
        var answers = new TreeMap<String, Answer>();
        List<?> rows = database.createNativeQuery(
                        "select grp, answer from equality_flag where participant = :participant", Tuple.class)
                .setParameter("participant", participant)
                .getResultList();
        rows.stream()
                .map(Tuple.class::cast)
                .forEach(row ->
                        answers.put(row.get("grp", String.class), Answer.valueOf(row.get("answer", String.class))));
        return answers;
    }

    /** Puts answers in the place of all that a participant has given; where they are others, totals of groups are told with them. */
    void put(long participant, Map<String, Answer> answers) {
        if (answers.equals(of(participant))) {
            return;
        }
        database.createNativeQuery("delete from equality_flag where participant = :participant")
                .setParameter("participant", participant)
                .executeUpdate();
        answers.forEach((group, answer) -> database.createNativeQuery(
                        "insert into equality_flag (participant, grp, answer) values (:participant, :grp, :answer)")
                .setParameter("participant", participant)
                .setParameter("grp", group)
                .setParameter("answer", answer.name())
                .executeUpdate());
        untold.add(participant);
    }
}

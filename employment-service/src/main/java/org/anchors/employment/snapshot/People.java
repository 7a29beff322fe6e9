package org.anchors.employment.snapshot;

import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people that a question is about, as rows to select from: one for each participant, or where people are recognised between
 * programmes one for each person. The text holds those conditions only that are asked for, and a participant's own row is joined from
 * the left, so that the database reads nothing that no column or condition needs.
 */
record People(Question question) {

    private static final String PARTICIPANTS = """
            select s.participant, s.programme, s.year, s.referred_on, s.started_on, s.completed_on, s.offered_on, s.work_on,
                   s.first_start, s.matures_on, s.sustained_on, s.sustained_on as stayed_on, s.ended_on, s.out_on, s.last_evidence, s.evidence,
                   s.employer, p.place, p.imd_edition, p.imd_decile, p.age_band, p.shared_pseudonym %s
            from participant_state s left join participant p on p.id = s.participant %s
            where s.programme = any (:programmes) %s
            """;

    private static final String FLAGS = " join equality_flag g on g.participant = s.participant and g.answer = 'YES'";

    /** What each parameter narrows people by, where it is asked for. */
    private static final Map<String, String> NARROWED = Map.of(
            "year", "and s.year = :year",
            "place", "and p.place = :place",
            "decile", "and p.imd_decile = :decile and p.imd_edition = :edition",
            "grp", """
                    and exists (select from equality_flag f
                                where f.participant = s.participant and f.grp = :grp and f.answer = 'YES')""");

    /** The rows of one person as one: the first day of each stage, and the stay that began first; of two of one job the one that is known better. */
    private static final String PERSONS = """
            select distinct on (%1$swho) programme, year, place, imd_edition, imd_decile, age_band, employer %2$s,
                   min(referred_on) over same referred_on, min(started_on) over same started_on,
                   min(completed_on) over same completed_on, min(offered_on) over same offered_on,
                   min(work_on) over same work_on, min(sustained_on) over same sustained_on,
                   first_start, matures_on, stayed_on, ended_on, out_on, last_evidence, evidence
            from (select r.*, coalesce(encode(shared_pseudonym, 'hex'), cast(participant as text)) who from (%3$s) r) r
            window same as (partition by %1$swho)
            order by %1$swho, first_start nulls last, stayed_on nulls last, last_evidence desc nulls last, participant
            """;

    /** Each of them once. */
    String rows() {
        return question.recognisesPeople() ? PERSONS.formatted("", "", participants("", "")) : participants("", "");
    }

    /** Each of them once in each slice: somebody may be in several. */
    String rowsBy(Dimension dimension) {
        var isGroup = dimension == Dimension.GROUP;
        var rows = isGroup ? participants(", g.grp", FLAGS) : participants("", "");
        return question.recognisesPeople()
                ? PERSONS.formatted(dimension.columns() + ", ", isGroup ? ", grp" : "", rows)
                : rows;
    }

    private String participants(String columns, String join) {
        var asked = narrowing();
        var narrowed = NARROWED.entrySet().stream()
                .filter(one -> asked.containsKey(one.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .collect(Collectors.joining(" "));
        return PARTICIPANTS.formatted(columns, join, narrowed);
    }

    /** Gives a query over the rows what it asks for. */
    void bind(Query query) {
        query.setParameter("programmes", question.keys());
        narrowing().forEach(query::setParameter);
    }

    private Map<String, Object> narrowing() {
        var asked = new HashMap<String, Object>();
        put(asked, "year", question.year());
        put(asked, "place", question.place());
        var decile = question.decile();
        put(asked, "decile", decile == null ? null : decile.number());
        put(asked, "edition", decile == null ? null : decile.edition());
        put(asked, "grp", question.group());
        return asked;
    }

    private static void put(Map<String, Object> asked, String name, @Nullable Object value) {
        if (value != null) {
            asked.put(name, value);
        }
    }
}

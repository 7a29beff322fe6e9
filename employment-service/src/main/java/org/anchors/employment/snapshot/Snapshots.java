package org.anchors.employment.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anchors.employment.outcome.KaplanMeier;
import org.anchors.employment.programme.TargetGroups;

/**
 * Counts people by how far they have come, as of a day. It reads one row for each participant, made when milestones were
 * recorded; where people are recognised between programmes, the rows of one person are taken together first.
 */
@ApplicationScoped
class Snapshots {

    private static final List<Dimension> OF_A_ROW = Arrays.stream(Dimension.values())
            .filter(one -> one != Dimension.GROUP)
            .toList();

    private static final String ROWS = """
            select s.participant, s.programme, s.year, s.referred_on, s.started_on, s.completed_on, s.offered_on, s.work_on,
                   s.first_start, s.matures_on, s.sustained_on, s.sustained_on as stayed_on, s.ended_on, s.out_on, s.last_evidence, s.evidence,
                   s.employer, p.place, p.imd_decile, p.age_band, p.shared_pseudonym %s
            from participant_state s join participant p on p.id = s.participant %s
            where s.programme = any (:programmes) and (:year = 0 or s.year = :year)
              and (:place = '' or p.place = :place) and (:decile = 0 or p.imd_decile = :decile)
              and (:grp = '' or exists (select from equality_flag f
                                        where f.participant = s.participant and f.grp = :grp and f.answer = 'YES'))
            """;

    private static final String FLAGS = " join equality_flag g on g.participant = s.participant and g.answer = 'YES'";

    /** The rows of one person as one: the first day of each stage, and the stay that began first; of two of one job the one that is known better. */
    private static final String PEOPLE = """
            select distinct on (%1$swho) programme, year, place, imd_decile, age_band, employer %2$s,
                   min(referred_on) over same referred_on, min(started_on) over same started_on,
                   min(completed_on) over same completed_on, min(offered_on) over same offered_on,
                   min(work_on) over same work_on, min(sustained_on) over same sustained_on,
                   first_start, matures_on, stayed_on, ended_on, out_on, last_evidence, evidence
            from (select r.*, coalesce(encode(shared_pseudonym, 'hex'), cast(participant as text)) who from (%3$s) r) r
            window same as (partition by %1$swho)
            order by %1$swho, first_start nulls last, stayed_on nulls last, last_evidence desc nulls last, participant
            """;

    private final EntityManager database;

    Snapshots(EntityManager database) {
        this.database = database;
    }

    /**
     * Counts of everybody that is asked for.
     *
     * @param slices the same slice by slice
     */
    record Counted(Tally everybody, Map<Dimension, SortedMap<String, Tally>> slices) {}

    Counted counted(Question question) {
        var counted = question.recognisesPeople() ? oneByOne(question) : atOnce(question);
        if (question.groups() == Question.Groups.AS_THEY_ARE) {
            counted.slices().put(Dimension.GROUP, groups(question));
        }
        return counted;
    }

    /** Every group, whether or not anybody belongs to it: that one is there would say that somebody does. */
    private SortedMap<String, Tally> groups(Question question) {
        var groups = slice(question, Dimension.GROUP);
        TargetGroups.known().forEach(group -> groups.putIfAbsent(group, new Tally(Map.of())));
        return groups;
    }

    /** Whom somebody is depends on the slice where people are recognised: in slices by programme, nobody is. */
    private Counted oneByOne(Question question) {
        var sql = "select %s from (%s) person".formatted(counts(), people(question, ""));
        var slices = slices();
        OF_A_ROW.forEach(dimension -> slices.put(dimension, slice(question, dimension)));
        return new Counted(Tally.of(rows(sql, question).getFirst()), slices);
    }

    private static Map<Dimension, SortedMap<String, Tally>> slices() {
        var slices = new EnumMap<Dimension, SortedMap<String, Tally>>(Dimension.class);
        OF_A_ROW.forEach(dimension -> slices.put(dimension, new TreeMap<>()));
        return slices;
    }

    private SortedMap<String, Tally> slice(Question question, Dimension dimension) {
        var sql = "select cast(%1$s as text) slice, %2$s from (%3$s) person where %1$s is not null group by %1$s"
                .formatted(dimension.column(), counts(), people(question, dimension.column()));
        var slices = new TreeMap<String, Tally>();
        rows(sql, question).forEach(row -> slices.put(row.get("slice", String.class), Tally.of(row)));
        return slices;
    }

    /**
     * Everybody and all dimensions that a participant has one value of, in one reading of the rows: people who have every value
     * in common are counted together first, and then the counts are added up for each dimension.
     */
    private Counted atOnce(Question question) {
        var columns = OF_A_ROW.stream().map(Dimension::column).collect(Collectors.joining(", "));
        var cases = OF_A_ROW.stream()
                .map(one -> "when grouping(%1$s) = 0 then '%2$s'".formatted(one.column(), one.name()))
                .collect(Collectors.joining(" "));
        var values = OF_A_ROW.stream()
                .map(one -> "when grouping(%1$s) = 0 then cast(%1$s as text)".formatted(one.column()))
                .collect(Collectors.joining(" "));
        var sums = Figure.all().stream()
                .map(figure -> "coalesce(sum(%1$s), 0) %1$s".formatted(figure.column()))
                .collect(Collectors.joining(", "));
        var sql = """
                select case %1$s end dimension, case %2$s end slice, %3$s
                from (select %4$s, %5$s from (%6$s) person group by %4$s) alike
                group by grouping sets ((), %4$s)
                """.formatted(cases, values, sums, columns, counts(), people(question, ""));
        return read(rows(sql, question));
    }

    private static Counted read(List<Tuple> rows) {
        var slices = slices();
        var everybody = new Tally(Map.of());
        for (var row : rows) {
            var dimension = row.get("dimension", String.class);
            var slice = row.get("slice", String.class);
            if (dimension == null) {
                everybody = Tally.of(row);
            } else if (slice != null) {
                Objects.requireNonNull(slices.get(Dimension.valueOf(dimension))).put(slice, Tally.of(row));
            }
        }
        return new Counted(everybody, slices);
    }

    /**
     * Days in work since the first start until people left or were last heard of. Who was seen to stay as long as the rule wants,
     * by counting days or by the calendar, stayed until the horizon, if fewer days lie between.
     */
    KaplanMeier stays(Question question, int horizon) {
        var sql = """
                select ended, case when stayed_on <= least(till, :asOf) then greatest(till - first_start, %d)
                                   else till - first_start end as days, count(*) as people from (
                  select first_start, stayed_on, coalesce(out_on <= :asOf, false) as ended,
                         case when out_on <= :asOf then ended_on
                              when last_evidence <= :asOf then last_evidence
                              else (select max(day) from unnest(evidence) day where day <= :asOf) end as till
                  from (%s) person where first_start <= :asOf) stay
                group by ended, days
                """.formatted(horizon, people(question, ""));
        var days = new TreeMap<Integer, KaplanMeier.Day>();
        for (var row : rows(sql, question)) {
            var people = ((Number) row.get("people")).longValue();
            var day = row.get("ended", Boolean.class) ? new KaplanMeier.Day(people, 0) : new KaplanMeier.Day(0, people);
            days.merge(row.get("days", Integer.class), day, KaplanMeier.Day::and);
        }
        return KaplanMeier.of(days);
    }

    private static String people(Question question, String column) {
        var group = column.equals(Dimension.GROUP.column());
        var rows = ROWS.formatted(group ? ", g.grp" : "", group ? FLAGS : "");
        var part = column.isEmpty() ? "" : column + ", ";
        return question.recognisesPeople() ? PEOPLE.formatted(part, group ? ", grp" : "", rows) : rows;
    }

    private static String counts() {
        return Figure.all().stream()
                .map(figure ->
                        "cast(count(*) filter (where %s) as int) %s".formatted(figure.condition(), figure.column()))
                .collect(Collectors.joining(", "));
    }

    private List<Tuple> rows(String sql, Question question) {
        Query query = database.createNativeQuery(sql, Tuple.class)
                .setParameter("programmes", question.keys())
                .setParameter("year", question.year() == null ? 0 : question.year())
                .setParameter("place", question.place() == null ? "" : question.place())
                .setParameter("decile", question.decile() == null ? 0 : question.decile())
                .setParameter("grp", question.group() == null ? "" : question.group())
                .setParameter("asOf", question.asOf());
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).toList();
    }
}

package org.anchors.employment.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
        var sql = "select %s from (%s) person".formatted(counts(), new People(question).rows());
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
        var sql = "select %s slice, %s from (%s) person group by %s"
                .formatted(dimension.key(), counts(), new People(question).rowsBy(dimension), dimension.columns());
        var slices = new TreeMap<String, Tally>();
        rows(sql, question).forEach(row -> put(slices, row));
        return slices;
    }

    /**
     * Everybody and all dimensions that a participant has one value of, in one reading of the rows: people who have every value
     * in common are counted together first, and then the counts are added up for each dimension.
     */
    private Counted atOnce(Question question) {
        var columns = OF_A_ROW.stream().map(Dimension::columns).collect(Collectors.joining(", "));
        var sets = OF_A_ROW.stream().map(Dimension::columns).collect(Collectors.joining("), (", "(), (", ")"));
        var cases = OF_A_ROW.stream()
                .map(one -> "when grouping(%s) = 0 then '%s'".formatted(one.columns(), one.name()))
                .collect(Collectors.joining(" "));
        var values = OF_A_ROW.stream()
                .map(one -> "when grouping(%s) = 0 then %s".formatted(one.columns(), one.key()))
                .collect(Collectors.joining(" "));
        var sums = Figure.all().stream()
                .map(figure -> "coalesce(sum(%1$s), 0) %1$s".formatted(figure.column()))
                .collect(Collectors.joining(", "));
        var sql = """
                select case %1$s end dimension, case %2$s end slice, %3$s
                from (select %4$s, %5$s from (%6$s) person group by %4$s) alike
                group by grouping sets (%7$s)
                """.formatted(cases, values, sums, columns, counts(), new People(question).rows(), sets);
        return read(rows(sql, question));
    }

    private static Counted read(List<Tuple> rows) {
        var slices = slices();
        var everybody = new Tally(Map.of());
        for (var row : rows) {
            var dimension = row.get("dimension", String.class);
            if (dimension == null) {
                everybody = Tally.of(row);
            } else {
                put(Objects.requireNonNull(slices.get(Dimension.valueOf(dimension))), row);
            }
        }
        return new Counted(everybody, slices);
    }

    /** Of whom it is not known to which slice they belong, they are in none. */
    private static void put(SortedMap<String, Tally> slices, Tuple row) {
        var slice = row.get("slice", String.class);
        if (slice != null) {
            slices.put(slice, Tally.of(row));
        }
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
                """.formatted(horizon, new People(question).rows());
        var days = new TreeMap<Integer, KaplanMeier.Day>();
        for (var row : rows(sql, question)) {
            var people = ((Number) row.get("people")).longValue();
            var day = row.get("ended", Boolean.class) ? new KaplanMeier.Day(people, 0) : new KaplanMeier.Day(0, people);
            days.merge(row.get("days", Integer.class), day, KaplanMeier.Day::and);
        }
        return KaplanMeier.of(days);
    }

    private static String counts() {
        return Figure.all().stream()
                .map(figure ->
                        "cast(count(*) filter (where %s) as int) %s".formatted(figure.condition(), figure.column()))
                .collect(Collectors.joining(", "));
    }

    private List<Tuple> rows(String sql, Question question) {
        var query = database.createNativeQuery(sql, Tuple.class).setParameter("asOf", question.asOf());
        new People(question).bind(query);
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).toList();
    }
}

package org.anchors.charter.consolidated;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.paging.Page;
import org.jspecify.annotations.Nullable;

/** The ledger of restatements. */
@ApplicationScoped
class Restatements {

    private static final String LEDGER = """
            select * from (
              select r.organisation, r.reference, r.revision, r.known_from, r.reason,
                     lag(r.revision) over (partition by r.organisation order by r.revision) as replaces
              from consolidated_report r where r.year = :year) ledger
            where replaces is not null
              and (known_from, organisation, revision) > (cast(:at as timestamptz), :organisation, :revision)
            order by known_from, organisation, revision limit :most
            """;

    private static final String DIFFERENCES = """
            select ledger.organisation, ledger.revision, ledger.known_from, differing.*
            from (%s) ledger cross join lateral (
              select coalesce(old.indicator, new.indicator) as indicator, coalesce(old.grp, new.grp) as grp,
                     old.numerator as old_numerator, old.denominator as old_denominator, old.answer as old_answer,
                     new.numerator as new_numerator, new.denominator as new_denominator, new.answer as new_answer
              from (select * from consolidated_value
                    where organisation = ledger.organisation and year = :year and revision = ledger.replaces) old
              full join (select * from consolidated_value
                         where organisation = ledger.organisation and year = :year and revision = ledger.revision) new
                on new.indicator = old.indicator and new.grp = old.grp
              where (old.numerator, old.denominator, old.answer, old.identifiers, old.headcount)
                    is distinct from (new.numerator, new.denominator, new.answer, new.identifiers,
                      case when coalesce(new.form, old.form) = 'WEIGHTED_MEAN' then new.headcount
                           else old.headcount end)
                 or old.indicator is null or new.indicator is null) differing
            order by ledger.organisation, ledger.revision, differing.indicator, differing.grp
            """.formatted(LEDGER);

    private final Totals totals;
    private final EntityManager database;

    Restatements(Totals totals, EntityManager database) {
        this.totals = totals;
        this.database = database;
    }

    /**
     * A revision that replaced another one.
     *
     * @param revision the later revision
     * @param replaces the earlier one
     * @param at when the later one was submitted
     * @param reason why; absent where the report had been returned to be mended
     * @param changes the values that differ
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String organisation,
            String report,
            int revision,
            int replaces,
            Instant at,
            @Nullable String reason,
            List<Changed> changes) {

        @JsonIgnore
        String position() {
            return "%s %s %09d".formatted(at, organisation, revision);
        }
    }

    /**
     * A value that differs; one that was added has no old, one that was taken back no new.
     *
     * @param totalBefore the figure just before the restatement, where it is a number
     * @param totalAfter the figure with it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Changed(
            String figure,
            @Nullable Said old,
            @Nullable Said now,
            @Nullable BigDecimal totalBefore,
            @Nullable BigDecimal totalAfter) {}

    /** What a revision said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable String answer) {}

    private record Difference(
            Total.Name name, @Nullable Said old, @Nullable Said now) {

        Changed changed(Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
            return new Changed(name.id(), old, now, before.get(name.id()), after.get(name.id()));
        }
    }

    /** The later of two revisions. */
    private record Later(String organisation, int revision, Instant at) {

        static Later of(Tuple row) {
            return new Later(
                    row.get("organisation", String.class),
                    row.get("revision", Integer.class),
                    row.get("known_from", Instant.class));
        }
    }

    /** Those behind a position, in the order in which they were submitted; however many, in three queries. */
    List<Entry> after(String position, ReportingYear year, Catalogue catalogue, int most) {
        var after = Position.read(position);
        var differences = differences(after, year, most);
        var figures = figures(differences, year, catalogue);
        return asked(database.createNativeQuery(LEDGER, Tuple.class), after, year, most).stream()
                .map(row -> entry(row, differences, figures))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> asked(Query query, Position after, ReportingYear year, int most) {
        return query.setParameter("year", year.start())
                .setParameter("at", after.at())
                .setParameter("organisation", after.organisation())
                .setParameter("revision", after.revision())
                .setParameter("most", most)
                .getResultList();
    }

    /** A place in the ledger. */
    private record Position(Instant at, String organisation, int revision) {

        private static final Pattern FORM = Pattern.compile("(\\S+) (\\S+) (\\d{1,9})");

        static Position read(String text) {
            if (text.isEmpty()) {
                return new Position(Instant.EPOCH, "", 0);
            }
            var form = FORM.matcher(text);
            if (!form.matches()) {
                throw Page.foreign(text);
            }
            try {
                return new Position(Instant.parse(form.group(1)), form.group(2), Integer.parseInt(form.group(3)));
            } catch (DateTimeException notAnInstant) {
                throw Page.foreign(text);
            }
        }
    }

    private static Entry entry(
            Tuple row, Map<Later, List<Difference>> differences, Map<Instant, Map<String, BigDecimal>> figures) {
        var later = Later.of(row);
        var before = figures.getOrDefault(justBefore(later.at()), Map.of());
        var after = figures.getOrDefault(later.at(), Map.of());
        return new Entry(
                later.organisation(),
                row.get("reference", String.class),
                later.revision(),
                row.get("replaces", Integer.class),
                later.at(),
                row.get("reason", String.class),
                differences.getOrDefault(later, List.of()).stream()
                        .map(difference -> difference.changed(before, after))
                        .toList());
    }

    private static Instant justBefore(Instant at) {
        return at.minus(1, ChronoUnit.MICROS);
    }

    private Map<Later, List<Difference>> differences(Position after, ReportingYear year, int most) {
        return asked(database.createNativeQuery(DIFFERENCES, Tuple.class), after, year, most).stream()
                .collect(Collectors.groupingBy(
                        Later::of, Collectors.mapping(Restatements::difference, Collectors.toList())));
    }

    private static Difference difference(Tuple row) {
        return new Difference(
                new Total.Name(row.get("indicator", String.class), row.get("grp", String.class)),
                said(row, "old"),
                said(row, "new"));
    }

    private static @Nullable Said said(Tuple row, String side) {
        var numerator = row.get(side + "_numerator", BigDecimal.class);
        return numerator == null
                ? null
                : new Said(
                        numerator,
                        row.get(side + "_denominator", BigDecimal.class),
                        row.get(side + "_answer", String.class));
    }

    /** The figures that restatements touch, as they were known just before and with each. */
    private Map<Instant, Map<String, BigDecimal>> figures(
            Map<Later, List<Difference>> differences, ReportingYear year, Catalogue catalogue) {
        var asked = differences.entrySet().stream()
                .flatMap(entry -> Stream.of(
                                justBefore(entry.getKey().at()), entry.getKey().at())
                        .flatMap(at -> entry.getValue().stream()
                                .map(difference ->
                                        new Totals.Asked(difference.name().indicator(), at))))
                .distinct()
                .toList();
        return totals.ofFigures(asked, year).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> values(entry.getValue(), year, catalogue)));
    }

    private static Map<String, BigDecimal> values(List<Total> totals, ReportingYear year, Catalogue catalogue) {
        return new Consolidation(Sums.of(totals), year.start(), 0, id -> id)
                .figures(catalogue, null).stream()
                        .filter(figure -> figure.value() != null)
                        .collect(Collectors.toMap(ConsolidatedFigure::id, ConsolidatedFigure::value));
    }
}

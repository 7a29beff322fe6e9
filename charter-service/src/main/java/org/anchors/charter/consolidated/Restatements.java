package org.anchors.charter.consolidated;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.reportingyear.ReportingYear;
import org.anchors.kit.paging.Page;
import org.jspecify.annotations.Nullable;

/** The ledger of restatements. */
@ApplicationScoped
class Restatements {

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
            Total.Name name, @Nullable Said old, @Nullable Said now) {}

    /** Those behind a position, in the order in which they were submitted. */
    @SuppressWarnings("unchecked")
    List<Entry> after(String position, ReportingYear year, Catalogue catalogue, int most) {
        var after = Position.read(position);
        List<Tuple> rows = database.createNativeQuery("""
                        select * from (
                          select r.organisation, r.reference, r.revision, r.known_from, r.reason,
                                 lag(r.revision) over (partition by r.organisation order by r.revision) as replaces
                          from consolidated_report r where r.year = :year) ledger
                        where replaces is not null
                          and (known_from, organisation, revision) > (cast(:at as timestamptz), :organisation, :revision)
                        order by known_from, organisation, revision limit :most
                        """, Tuple.class)
                .setParameter("year", year.start())
                .setParameter("at", after.at())
                .setParameter("organisation", after.organisation())
                .setParameter("revision", after.revision())
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(row -> entry(row, year, catalogue)).toList();
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

    private Entry entry(Tuple row, ReportingYear year, Catalogue catalogue) {
        var organisation = row.get("organisation", String.class);
        var at = row.get("known_from", Instant.class);
        var revision = row.get("revision", Integer.class);
        var replaces = row.get("replaces", Integer.class);
        var differences = differences(organisation, year, replaces, revision);
        var before = figures(differences, year, catalogue, at.minus(1, ChronoUnit.MICROS));
        var after = figures(differences, year, catalogue, at);
        return new Entry(
                organisation,
                row.get("reference", String.class),
                revision,
                replaces,
                at,
                row.get("reason", String.class),
                differences.stream()
                        .map(difference -> new Changed(
                                difference.name().id(),
                                difference.old(),
                                difference.now(),
                                before.get(difference.name().id()),
                                after.get(difference.name().id())))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private List<Difference> differences(String organisation, ReportingYear year, int replaces, int revision) {
        List<Tuple> rows = database.createNativeQuery("""
                        select coalesce(old.indicator, new.indicator) as indicator, coalesce(old.grp, new.grp) as grp,
                               old.numerator as old_numerator, old.denominator as old_denominator, old.answer as old_answer,
                               new.numerator as new_numerator, new.denominator as new_denominator, new.answer as new_answer
                        from (select * from consolidated_value
                              where organisation = :organisation and year = :year and revision = :replaces) old
                        full join (select * from consolidated_value
                                   where organisation = :organisation and year = :year and revision = :revision) new
                          on new.indicator = old.indicator and new.grp = old.grp
                        where (old.numerator, old.denominator, old.answer, old.identifiers, old.headcount)
                              is distinct from (new.numerator, new.denominator, new.answer, new.identifiers,
                                case when coalesce(new.form, old.form) = 'WEIGHTED_MEAN' then new.headcount
                                     else old.headcount end)
                           or old.indicator is null or new.indicator is null
                        order by 1, 2
                        """, Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("year", year.start())
                .setParameter("replaces", replaces)
                .setParameter("revision", revision)
                .getResultList();
        return rows.stream()
                .map(row -> new Difference(
                        new Total.Name(row.get("indicator", String.class), row.get("grp", String.class)),
                        said(row, "old"),
                        said(row, "new")))
                .toList();
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

    /** The figures that a restatement touches, as they were known at an instant. */
    private Map<String, BigDecimal> figures(
            List<Difference> differences, ReportingYear year, Catalogue catalogue, Instant at) {
        if (differences.isEmpty()) {
            return Map.of();
        }
        var indicators = differences.stream()
                .map(difference -> difference.name().indicator())
                .distinct()
                .toList();
        var sums = Sums.of(totals.ofFigures(indicators, year, at));
        return new Consolidation(sums, year.start(), 0, id -> id)
                .figures(catalogue, null).stream()
                        .filter(figure -> figure.value() != null)
                        .collect(Collectors.toMap(ConsolidatedFigure::id, ConsolidatedFigure::value));
    }
}

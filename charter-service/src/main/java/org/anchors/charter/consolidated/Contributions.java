package org.anchors.charter.consolidated;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anchors.charter.consolidated.ConsolidatedFigure.NotPooled;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/** The reports behind a figure. */
@ApplicationScoped
class Contributions {

    private static final String NEWEST = " v.known_from <= :at and v.known_to > :at ";

    private final EntityManager database;

    Contributions(EntityManager database) {
        this.database = database;
    }

    /**
     * What one report gave to a figure.
     *
     * @param organisation who gave it
     * @param report the report's reference
     * @param revision the report's revision
     * @param numerator the value, or the ratio's upper part; yes and no are 1 and 0
     * @param denominator the ratio's lower part
     * @param answer the code or level that was tallied
     * @param weight what a weighted mean weighs it with
     * @param identifiers the organisations that it names by number
     * @param notPooled why it is not part of the figure; absent where it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contribution(
            String organisation,
            String report,
            int revision,
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable String answer,
            @Nullable BigDecimal weight,
            @Nullable List<String> identifiers,
            @Nullable String notPooled) {}

    /** Contributions of some organisations, or of all, in the order of their keys. */
    @SuppressWarnings("unchecked")
    List<Contribution> of(
            Total.Name figure, ReportingYear year, @Nullable List<String> organisations, @Nullable Instant knownOn) {
        var query = Among.ask(database, """
                select v.organisation, r.reference, v.revision, v.numerator, v.denominator, v.answer, v.identifiers,
                       case when v.form = 'WEIGHTED_MEAN' then v.headcount end as weight, v.top, v.headcount
                from consolidated_value v
                join consolidated_report r
                  on r.organisation = v.organisation and r.year = v.year and r.revision = v.revision
                where v.year = :year and v.indicator = :indicator and v.grp = :group and
                """ + NEWEST + " %s order by v.organisation", organisations);
        List<Tuple> rows = query.setParameter("year", year.start())
                .setParameter("indicator", figure.indicator())
                .setParameter("group", figure.group())
                .setParameter("at", knownOn == null ? Totals.NOW : knownOn)
                .getResultList();
        return rows.stream().map(Contributions::contribution).toList();
    }

    private static Contribution contribution(Tuple row) {
        var identifiers = row.get("identifiers", String[].class);
        return new Contribution(
                row.get("organisation", String.class),
                row.get("reference", String.class),
                row.get("revision", Integer.class),
                row.get("numerator", BigDecimal.class),
                row.get("denominator", BigDecimal.class),
                row.get("answer", String.class),
                row.get("weight", BigDecimal.class),
                identifiers == null ? null : List.of(identifiers),
                row.get("top") == null ? reason(row) : null);
    }

    /** What one organisation put into a figure, as it is added up. */
    record Given(Total.Name figure, Aggregation form, BigDecimal numerator, BigDecimal top, BigDecimal bottom) {}

    /** What some organisations put into the figures of a year, by organisation. */
    @SuppressWarnings("unchecked")
    Map<String, List<Given>> given(ReportingYear year, List<String> organisations) {
        List<Tuple> rows = Among.ask(database, """
                        select v.organisation, v.indicator, v.grp, v.form, v.numerator, v.top,
                               coalesce(v.bottom, 0) as bottom
                        from consolidated_value v where v.year = :year and v.top is not null and
                        """ + NEWEST + " %s order by v.indicator, v.grp", organisations)
                .setParameter("year", year.start())
                .setParameter("at", Totals.NOW)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("organisation", String.class),
                        Collectors.mapping(
                                row -> new Given(
                                        new Total.Name(
                                                row.get("indicator", String.class), row.get("grp", String.class)),
                                        Aggregation.valueOf(row.get("form", String.class)),
                                        row.get("numerator", BigDecimal.class),
                                        row.get("top", BigDecimal.class),
                                        row.get("bottom", BigDecimal.class)),
                                Collectors.toList())));
    }

    /** Who gave a value that is kept and not pooled, for each figure of a year. */
    @SuppressWarnings("unchecked")
    Map<Total.Name, List<NotPooled>> notPooled(
            ReportingYear year, @Nullable List<String> organisations, @Nullable Instant knownOn) {
        List<Tuple> rows = Among.ask(database, """
                        select v.indicator, v.grp, v.organisation, v.denominator, v.headcount from consolidated_value v
                        where v.top is null and v.year = :year and
                        """ + NEWEST + " %s order by v.organisation", organisations)
                .setParameter("year", year.start())
                .setParameter("at", knownOn == null ? Totals.NOW : knownOn)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> new Total.Name(row.get("indicator", String.class), row.get("grp", String.class)),
                        Collectors.mapping(
                                row -> new NotPooled(row.get("organisation", String.class), reason(row)),
                                Collectors.toList())));
    }

    /** How many organisations gave some of the figures and not all of them. */
    long gaveOnlySome(
            List<Total.Name> figures,
            ReportingYear year,
            @Nullable List<String> organisations,
            @Nullable Instant knownOn) {
        var query = Among.ask(database, """
                        select count(*) as organisations from (
                          select v.organisation from consolidated_value v
                          where v.year = :year and v.top is not null and v.indicator in (:indicators)
                            and case when v.grp = '' then v.indicator else v.indicator || '.' || v.grp end in (:ids) and
                        """ + NEWEST + " %s " + """
                          group by v.organisation having count(*) < :all) given
                        """, organisations);
        return ((Tuple) query.setParameter("year", year.start())
                        .setParameter(
                                "indicators",
                                figures.stream()
                                        .map(Total.Name::indicator)
                                        .distinct()
                                        .toList())
                        .setParameter(
                                "ids", figures.stream().map(Total.Name::id).toList())
                        .setParameter("all", figures.size())
                        .setParameter("at", knownOn == null ? Totals.NOW : knownOn)
                        .getSingleResult())
                .get("organisations", Long.class);
    }

    private static String reason(Tuple row) {
        return row.get("denominator", BigDecimal.class).compareTo(BigDecimal.valueOf(Pooling.SMALLEST_SURVEY)) < 0
                ? "fewer-than-30-responses"
                : "no-headcount-to-weigh-it-with";
    }
}

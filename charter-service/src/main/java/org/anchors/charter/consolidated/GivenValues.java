package org.anchors.charter.consolidated;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/** Who put what into the figures of a year and of the year before, as the claims of a publication need it. */
@ApplicationScoped
class GivenValues {

    private final EntityManager database;

    GivenValues(EntityManager database) {
        this.database = database;
    }

    /** What one organisation put into one figure of one year. */
    record Given(int year, Total.Name figure, String organisation, BigDecimal top, BigDecimal bottom) {

        BigDecimal part(Part part) {
            return switch (part) {
                case NUMERATOR -> top;
                case DENOMINATOR -> bottom;
            };
        }
    }

    /** The two sums of a figure; a figure that is no ratio has the upper one only. */
    enum Part {
        NUMERATOR,
        DENOMINATOR
    }

    /** What some organisations, or all of them, put in. */
    @SuppressWarnings("unchecked")
    List<Given> given(@Nullable List<String> organisations, ReportingYear year, Instant knownOn) {
        List<Tuple> rows = Among.ask(database, """
                        select year, indicator, grp, organisation, top, coalesce(bottom, 0) as bottom
                        from consolidated_value v
                        where year in (:years) %s and top is not null
                          and form in ('SUM', 'RATIO_OF_SUMS') and known_from <= :at and known_to > :at
                        order by year, indicator, grp, organisation
                        """, organisations)
                .setParameter("years", List.of(year.start(), year.previous().start()))
                .setParameter("at", knownOn)
                .getResultList();
        return rows.stream()
                .map(row -> new Given(
                        row.get("year", Integer.class),
                        new Total.Name(row.get("indicator", String.class), row.get("grp", String.class)),
                        row.get("organisation", String.class),
                        row.get("top", BigDecimal.class),
                        row.get("bottom", BigDecimal.class)))
                .toList();
    }
}

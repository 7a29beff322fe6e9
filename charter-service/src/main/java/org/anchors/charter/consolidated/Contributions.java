package org.anchors.charter.consolidated;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.anchors.charter.reportingyear.ReportingYear;
import org.jspecify.annotations.Nullable;

/** The reports behind a figure. */
@ApplicationScoped
class Contributions {

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
     * @param numerator the value, or the ratio's upper part
     * @param denominator the ratio's lower part
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contribution(
            String organisation,
            String report,
            int revision,
            BigDecimal numerator,
            @Nullable BigDecimal denominator) {}

    /** Contributions of some organisations, in the order of their keys. */
    @SuppressWarnings("unchecked")
    List<Contribution> of(
            Total.Name figure, ReportingYear year, List<String> organisations, @Nullable Instant knownOn) {
        List<Tuple> rows = database.createNativeQuery("""
                        select v.organisation, r.reference, v.revision, v.numerator, v.denominator
                        from consolidated_value v
                        join consolidated_report r
                          on r.organisation = v.organisation and r.year = v.year and r.revision = v.revision
                        where v.year = :year and v.indicator = :indicator and v.grp = :group
                          and v.organisation in (:organisations)
                          and v.known_from <= :at and v.known_to > :at
                        order by v.organisation
                        """, Tuple.class)
                .setParameter("year", year.start())
                .setParameter("indicator", figure.indicator())
                .setParameter("group", figure.group())
                .setParameter("organisations", organisations)
                .setParameter("at", knownOn == null ? Totals.NOW : knownOn)
                .getResultList();
        return rows.stream()
                .map(row -> new Contribution(
                        row.get("organisation", String.class),
                        row.get("reference", String.class),
                        row.get("revision", Integer.class),
                        row.get("numerator", BigDecimal.class),
                        row.get("denominator", BigDecimal.class)))
                .toList();
    }
}

package org.anchors.charter.consolidated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.anchors.charter.reportingyear.ReportingYear;
import org.anchors.contracts.event.AnnualReportAccepted;
import org.anchors.contracts.event.AnnualReportReturned;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.contracts.event.CatalogueLoaded;
import org.anchors.contracts.event.OrganisationChanged;
import org.anchors.contracts.event.OrganisationRegistered;
import org.anchors.contracts.event.ProgrammeRegistered;
import org.anchors.contracts.event.SignatureChanged;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.inbox.Envelope;
import org.anchors.kit.projection.Projection;
import org.anchors.kit.projection.Projections;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the consolidated report up to date as reports arrive. Revisions may arrive twice and in any order: each stands for the
 * time between its own submission and the next one's, and the totals change by the difference that the newest one makes.
 */
@ApplicationScoped
class ConsolidatedProjection implements Projection {

    private final Projections projections;
    private final Totals totals;
    private final EntityManager database;
    private final ObjectMapper json;

    ConsolidatedProjection(Projections projections, Totals totals, EntityManager database, ObjectMapper json) {
        this.projections = projections;
        this.totals = totals;
        this.database = database;
        this.json = json;
    }

    @Incoming("consolidated")
    @Blocking
    @RunOnVirtualThread
    void take(ConsumerRecord<String, String> message) {
        projections.take(this, message);
    }

    @Override
    public String name() {
        return "consolidated";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CHARTER);
    }

    @Override
    public void apply(Envelope envelope) {
        switch (envelope.event()) {
            case AnnualReportSubmitted report -> take(report);
            case AnnualReportAccepted accepted -> {}
            case AnnualReportReturned returned -> {}
            case OrganisationRegistered elsewhere -> {}
            case OrganisationChanged elsewhere -> {}
            case SignatureChanged elsewhere -> {}
            case ProgrammeRegistered elsewhere -> {}
            case CatalogueLoaded elsewhere -> {}
        }
    }

    @Override
    public void clear() {
        Stream.of("consolidated_total", "consolidated_value", "consolidated_report")
                .forEach(table ->
                        database.createNativeQuery("delete from " + table).executeUpdate());
    }

    private void take(AnnualReportSubmitted report) {
        var year = ReportingYear.parse(report.year());
        oneAtATime(report.organisation());
        if (isKnown(report, year)) {
            return;
        }
        totals.subtract(report.organisation(), year);
        addReport(report, year);
        addValues(report, year);
        totals.add(report.organisation(), year);
    }

    /** Two years of one organisation are compared with each other and must not change at the same time. */
    private void oneAtATime(String organisation) {
        database.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:organisation, 3))) locked",
                        Integer.class)
                .setParameter("organisation", organisation)
                .getSingleResult();
    }

    private boolean isKnown(AnnualReportSubmitted report, ReportingYear year) {
        return !database.createNativeQuery("""
                        select revision from consolidated_report
                        where organisation = :organisation and year = :year and revision = :revision
                        """, Integer.class)
                .setParameter("organisation", report.organisation())
                .setParameter("year", year.start())
                .setParameter("revision", report.revision())
                .getResultList()
                .isEmpty();
    }

    private void addReport(AnnualReportSubmitted report, ReportingYear year) {
        for (var table : List.of("consolidated_report", "consolidated_value")) {
            endPrevious(table, report, year);
        }
        database.createNativeQuery("""
                        insert into consolidated_report
                          (organisation, year, revision, reference, due, known_from, known_to)
                        select :organisation, :year, :revision, :reference, :due, :at,
                               coalesce(min(next.known_from), :forEver)
                        from consolidated_report next
                        where next.organisation = :organisation and next.year = :year and next.revision > :revision
                        """)
                .setParameter("organisation", report.organisation())
                .setParameter("year", year.start())
                .setParameter("revision", report.revision())
                .setParameter("reference", report.reference())
                .setParameter("due", report.due())
                .setParameter("at", report.submittedAt())
                .setParameter("forEver", Totals.FOR_EVER)
                .executeUpdate();
    }

    /** The revision before this one was the newest until this one was submitted. */
    private void endPrevious(String table, AnnualReportSubmitted report, ReportingYear year) {
        database.createNativeQuery("""
                        update %s set known_to = :at
                        where organisation = :organisation and year = :year and revision = (
                          select max(revision) from consolidated_report
                          where organisation = :organisation and year = :year and revision < :revision)
                        """.formatted(table))
                .setParameter("organisation", report.organisation())
                .setParameter("year", year.start())
                .setParameter("revision", report.revision())
                .setParameter("at", report.submittedAt())
                .executeUpdate();
    }

    private void addValues(AnnualReportSubmitted report, ReportingYear year) {
        database.createNativeQuery("""
                        insert into consolidated_value
                          (year, indicator, grp, organisation, revision, numerator, denominator, known_from, known_to)
                        select r.year, v.indicator, v.grp, r.organisation, r.revision, v.numerator, v.denominator,
                               r.known_from, r.known_to
                        from consolidated_report r,
                             jsonb_to_recordset(cast(:values as jsonb))
                               as v (indicator text, grp text, numerator numeric, denominator numeric)
                        where r.organisation = :organisation and r.year = :year and r.revision = :revision
                        """)
                .setParameter("values", written(report))
                .setParameter("organisation", report.organisation())
                .setParameter("year", year.start())
                .setParameter("revision", report.revision())
                .executeUpdate();
    }

    /** A value as the projection holds it: a plain number is a numerator alone. */
    private record Row(
            String indicator,
            String grp,
            BigDecimal numerator,
            @Nullable BigDecimal denominator) {}

    private String written(AnnualReportSubmitted report) {
        var rows = report.values().stream().flatMap(ConsolidatedProjection::row).toList();
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Rows are plain values", impossible);
        }
    }

    private static Stream<Row> row(AnnualReportSubmitted.Value value) {
        var numerator = value.value() == null ? value.numerator() : value.value();
        var group = value.group() == null ? "" : value.group();
        return numerator == null
                ? Stream.empty()
                : Stream.of(new Row(value.indicator(), group, numerator, value.denominator()));
    }
}

package org.anchors.charter.consolidated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.contracts.event.AnnualReportAccepted;
import org.anchors.contracts.event.AnnualReportReturned;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.contracts.event.EmploymentEvent;
import org.anchors.contracts.event.OrganisationChanged;
import org.anchors.contracts.event.OrganisationRegistered;
import org.anchors.contracts.event.ReportPublished;
import org.anchors.contracts.event.SignatureChanged;
import org.anchors.contracts.event.SocialValueEvent;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.inbox.Envelope;
import org.anchors.kit.projection.Projection;
import org.anchors.kit.projection.Projections;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps the consolidated report up to date as reports arrive. Revisions may arrive twice and in any order: each stands for the
 * time between its own submission and the next one's, and the totals change by the difference that the newest one makes.
 */
@ApplicationScoped
class ConsolidatedProjection implements Projection {

    static final String NAME = "consolidated";

    private final Projections projections;
    private final List<Running> running;
    private final LostEvents lost;
    private final Catalogues catalogues;
    private final EntityManager database;
    private final ObjectMapper json;

    ConsolidatedProjection(
            Projections projections,
            @All List<Running> running,
            LostEvents lost,
            Catalogues catalogues,
            EntityManager database,
            ObjectMapper json) {
        this.projections = projections;
        this.running = running;
        this.lost = lost;
        this.catalogues = catalogues;
        this.database = database;
        this.json = json;
    }

    @Incoming(NAME)
    @Blocking
    void take(ConsumerRecord<String, String> message) {
        projections.take(this, message);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CHARTER);
    }

    @Override
    public void apply(Envelope envelope) {
        switch (envelope.event()) {
            case AnnualReportSubmitted report -> take(envelope.id(), report);
            case AnnualReportAccepted report ->
                decided(
                        envelope.id(),
                        report.reference(),
                        report.revision(),
                        Standing.State.ACCEPTED,
                        report.acceptedAt());
            case AnnualReportReturned report ->
                decided(
                        envelope.id(),
                        report.reference(),
                        report.revision(),
                        Standing.State.RETURNED,
                        report.returnedAt());
            case OrganisationRegistered elsewhere -> {}
            case OrganisationChanged elsewhere -> {}
            case SignatureChanged elsewhere -> {}
            case ReportPublished elsewhere -> {}
            case SocialValueEvent elsewhere -> {}
            case EmploymentEvent elsewhere -> {}
        }
    }

    @Override
    public boolean mayBeWritten() {
        return !ProjectionShape.isNewer(database);
    }

    @Override
    public void clear() {
        lost.keepWhatWasTold();
        ProjectionShape.note(database);
        Stream.concat(
                        running.stream().flatMap(part -> part.tables().stream()),
                        Stream.of("consolidated_value", "consolidated_report", "consolidated_decision"))
                .forEach(table ->
                        database.createNativeQuery("delete from " + table).executeUpdate());
    }

    @Override
    public void tellLost(Consumer<Envelope> apply) {
        lost.tell(apply);
    }

    private void take(UUID event, AnnualReportSubmitted report) {
        var year = ReportingYear.parse(report.year());
        oneAtATime(report.organisation());
        var known = known(report.organisation(), year);
        if (isOneOf(known, report, year)) {
            return;
        }
        takeTheStamp();
        // Where nothing counts yet there is nothing to take out, and nothing to end.
        if (!known.isEmpty()) {
            running.forEach(part -> part.change(-1, report.organisation(), year));
            for (var table : List.of("consolidated_report", "consolidated_value")) {
                endPrevious(table, report, year);
            }
        }
        addReport(event, report, year);
        addValues(report, year);
        sayWhichWereOnTime(report, year);
        running.forEach(part -> part.change(1, report.organisation(), year));
    }

    private void decided(UUID event, String reference, int revision, Standing.State decision, Instant at) {
        database.createNativeQuery("""
                        insert into consolidated_decision (reference, revision, decision, at, event_id)
                        values (:reference, :revision, :decision, :at, :event) on conflict do nothing
                        """)
                .setParameter("reference", reference)
                .setParameter("revision", revision)
                .setParameter("decision", decision.name())
                .setParameter("at", at)
                .setParameter("event", event)
                .executeUpdate();
    }

    /** Whoever changes a report changes the stamp too: taken first, two who do it at once wait in one order. */
    private void takeTheStamp() {
        database.createNativeQuery("select what from completeness_stamp where what = 'reports' for update")
                .getSingleResult();
    }

    /** Two years of one organisation are compared with each other and must not change at the same time. */
    private void oneAtATime(String organisation) {
        database.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:organisation, 3))) locked")
                .setParameter("organisation", organisation)
                .getSingleResult();
    }

    /** The revisions of the organisation's reports for a year and, for the comparison of that, the next one. */
    @SuppressWarnings("unchecked")
    private List<Tuple> known(String organisation, ReportingYear year) {
        return database.createNativeQuery(
                        "select year, revision from consolidated_report where organisation = :organisation and year in (:years)",
                        Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("years", List.of(year.start(), year.start() + 1))
                .getResultList();
    }

    private static boolean isOneOf(List<Tuple> known, AnnualReportSubmitted report, ReportingYear year) {
        return known.stream()
                .anyMatch(one -> one.get("year", Integer.class) == year.start()
                        && one.get("revision", Integer.class) == report.revision());
    }

    private void addReport(UUID event, AnnualReportSubmitted report, ReportingYear year) {
        database.createNativeQuery("""
                        insert into consolidated_report
                          (organisation, year, revision, reference, due, known_from, known_to,
                           event_id, board_approved_on, reason)
                        select :organisation, :year, :revision, :reference, :due, :at,
                               coalesce(min(next.known_from), :forEver),
                               :event, cast(:approved as date), cast(:reason as text)
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
                .setParameter("event", event)
                .setParameter("approved", report.boardApprovedOn())
                .setParameter("reason", report.reason())
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
                          (year, indicator, grp, organisation, revision, numerator, denominator, known_from, known_to,
                           form, top, bottom, answer, identifiers, headcount, reason)
                        select r.year, v.indicator, v.grp, r.organisation, r.revision, v.numerator, v.denominator,
                               r.known_from, r.known_to, v.form, v.top, v.bottom, v.answer, v.identifiers, v.headcount,
                               v.reason
                        from consolidated_report r,
                             jsonb_to_recordset(cast(:values as jsonb))
                               as v (indicator text, grp text, form text, numerator numeric, denominator numeric,
                                     top numeric, bottom numeric, answer text, identifiers text[], headcount numeric,
                                     reason text)
                        where r.organisation = :organisation and r.year = :year and r.revision = :revision
                        """)
                .setParameter("values", written(report, year))
                .setParameter("organisation", report.organisation())
                .setParameter("year", year.start())
                .setParameter("revision", report.revision())
                .executeUpdate();
    }

    /** The first submission counts, and the approval of the revision; a later event may tell of an earlier submission. */
    private void sayWhichWereOnTime(AnnualReportSubmitted report, ReportingYear year) {
        database.createNativeQuery("""
                        update consolidated_value v set numerator = said.yes, top = said.yes
                        from (select r.revision,
                                     case when r.board_approved_on is not null and first.on_time then 1 else 0 end as yes
                              from consolidated_report r,
                                   (select %s as on_time from consolidated_report
                                    where organisation = :organisation and year = :year) first
                              where r.organisation = :organisation and r.year = :year) said
                        where v.organisation = :organisation and v.year = :year and v.indicator = :onTime
                          and v.revision = said.revision
                        """.formatted(Reporters.ON_TIME))
                .setParameter("organisation", report.organisation())
                .setParameter("year", year.start())
                .setParameter("onTime", Pooling.ON_TIME)
                .executeUpdate();
    }

    private String written(AnnualReportSubmitted report, ReportingYear year) {
        var catalogue = catalogues.find(report.catalogue()).orElseGet(() -> catalogues.of(year));
        try {
            return json.writeValueAsString(new Pooling(catalogue, report).rows());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Rows are plain values", impossible);
        }
    }
}

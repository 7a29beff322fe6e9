package org.anchors.charter.consolidated;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.anchors.charter.report.StoredEvents;
import org.anchors.contracts.event.AnnualReportAccepted;
import org.anchors.contracts.event.AnnualReportReturned;
import org.anchors.contracts.event.CharterEvent;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.inbox.Envelope;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Holds the projection against the stored reports, and finds revisions and decisions that it lacks although nothing of them is on
 * its way: topics have lost them, for what was told in the last minutes and has not arrived is still awaited.
 */
@ApplicationScoped
class LostEvents {

    private static final int AT_ONCE = 50;

    private static final String FACTS = """
            with stored as (
              select reference, revision, 'SUBMITTED' as fact, submitted_at as at, 0 as items from report_revision
              union all
              select d.reference, d.revision, d.kind, d.decided_at,
                     (select count(*) from report_decision_item i where i.reference = d.reference and i.number = d.number)
              from report_decision d where d.kind in ('ACCEPTED', 'RETURNED')),
            told as (
              select reference, revision, 'SUBMITTED' as fact from consolidated_report
              union all select reference, revision, decision from consolidated_decision),
            sent as (
              select o.event_id, o.key as reference, cast(cast(o.payload as jsonb) ->> 'revision' as int) as revision,
                     upper(substring(o.type from 'annual-report-(.*)\\.v')) as fact,
                     (o.published_at is null or o.published_at > now() - interval '5 minutes')
                     and not exists (select from inbox i where i.consumer = 'consolidated' and i.event_id = o.event_id)
                       as awaited
              from outbox o where o.type like 'org.anchors.charter.annual-report-%')
            select s.reference, s.revision, s.fact, s.at, s.items, r.organisation, r.year, before.due,
                   coalesce(sent.event_id, before.event_id) as event_id
            from stored s
            join annual_report r on r.reference = s.reference
            left join told t on t.reference = s.reference and t.revision = s.revision and t.fact = s.fact
            left join sent on sent.reference = s.reference and sent.revision = s.revision and sent.fact = s.fact
            left join consolidated_told before
              on before.reference = s.reference and before.revision = s.revision and before.fact = s.fact
            where t.reference is null and sent.awaited is not true
            order by s.reference, s.revision, s.fact
            """;

    private final StoredEvents stored;
    private final Rows rows;

    LostEvents(StoredEvents stored, Rows rows) {
        this.stored = stored;
        this.rows = rows;
    }

    /**
     * A fact that the projection lacks.
     *
     * @param fact what became of the revision
     * @param items how many things were to be mended, of a return
     * @param due the last day on which a submission would have been on time, as the projection was told when it still had it
     * @param event the event that told of it, as long as that is known
     */
    record Lost(
            String reference,
            int revision,
            Fact fact,
            Instant at,
            int items,
            String organisation,
            ReportingYear year,
            @Nullable LocalDate due,
            @Nullable UUID event) {

        static Lost read(ResultSet row) throws SQLException {
            return new Lost(
                    row.getString("reference"),
                    row.getInt("revision"),
                    Fact.valueOf(row.getString("fact")),
                    Objects.requireNonNull(Rows.instant(row, "at")),
                    row.getInt("items"),
                    row.getString("organisation"),
                    new ReportingYear(row.getInt("year")),
                    row.getObject("due", LocalDate.class),
                    row.getObject("event_id", UUID.class));
        }

        StoredEvents.Named named() {
            return new StoredEvents.Named(reference, revision, due);
        }

        Envelope envelope(CharterEvent told) {
            var id = event == null
                    ? UUID.nameUUIDFromBytes(
                            "%s %d %s".formatted(reference, revision, fact).getBytes(StandardCharsets.UTF_8))
                    : event;
            return new Envelope(id, at, told);
        }
    }

    /** What becomes of a revision. */
    enum Fact {
        SUBMITTED,
        ACCEPTED,
        RETURNED
    }

    /**
     * Keeps how the projection was told of what it holds, before it is cleared: what topics have lost meanwhile is told to the new one
     * in the same way, so that the report as known on an instant stays what it was.
     */
    void keepWhatWasTold() {
        rows.change("""
                insert into consolidated_told (reference, revision, fact, due, event_id)
                select reference, revision, 'SUBMITTED', due, event_id from consolidated_report
                union all
                select reference, revision, decision, null, event_id from consolidated_decision
                on conflict (reference, revision, fact) do nothing
                """);
    }

    /** All of them, by report. */
    List<Lost> find() {
        return rows.all(FACTS, Lost::read);
    }

    /** Tells all of them. */
    void tell(Consumer<Envelope> apply) {
        var lost = find();
        for (var from = 0; from < lost.size(); from += AT_ONCE) {
            tell(lost.subList(from, Math.min(lost.size(), from + AT_ONCE)), apply);
        }
    }

    private void tell(List<Lost> some, Consumer<Envelope> apply) {
        var submissions = stored.submissions(some.stream()
                .filter(lost -> lost.fact() == Fact.SUBMITTED)
                .map(Lost::named)
                .toList());
        some.forEach(lost -> apply.accept(lost.envelope(
                switch (lost.fact()) {
                    case SUBMITTED -> Objects.requireNonNull(submissions.get(lost.named()));
                    case ACCEPTED ->
                        new AnnualReportAccepted(
                                lost.reference(),
                                lost.organisation(),
                                lost.year().toString(),
                                lost.revision(),
                                lost.at());
                    case RETURNED ->
                        new AnnualReportReturned(
                                lost.reference(),
                                lost.organisation(),
                                lost.year().toString(),
                                lost.revision(),
                                lost.at(),
                                lost.items());
                })));
    }
}

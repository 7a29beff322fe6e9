package org.anchors.charter.consolidated;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Up to which event, and up to which instant, the projection knows everything. What it knows of an earlier instant cannot change
 * any more, so the report as known on it stays the same, byte for byte. The charter's commitments are as the release has them.
 */
@ApplicationScoped
public class Watermark {

    /** A report that was submitted and has not been taken in counts from its submission on. */
    private static final String OLDEST_PENDING = """
            select min(least(o.occurred_at, cast(coalesce(e.said ->> 'submittedAt', e.said ->> 'acceptedAt',
                                                          e.said ->> 'returnedAt') as timestamptz)))
            from outbox o cross join lateral (select cast(o.payload as jsonb) as said) e
            where o.type like 'org.anchors.charter.annual-report-%'
              and not exists (select from inbox i where i.consumer = 'consolidated' and i.event_id = o.event_id)
            """;

    /** One that is being submitted now counts from the beginning of its transaction on; a long reader does not hold it up. */
    private static final String OLDEST_UNDER_WAY = """
            select min(xact_start) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
              and (backend_xid is not null or xact_start > now() - interval '1 minute')
            """;

    private final EntityManager database;
    private final Clock clock;

    Watermark(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The newest event that a report shows.
     *
     * @param event the event's id; absent for one that was taken in before ids were kept
     * @param at when its revision was submitted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UpTo(@Nullable UUID event, String report, int revision, Instant at) {}

    /** Refuses an instant up to which not everything has arrived. */
    void requireKnown(@Nullable Instant knownOn) {
        requireKnown(knownOn, "?asKnownOn");
    }

    /**
     * The same.
     *
     * @param place where in the request the instant was sent
     */
    void requireKnown(@Nullable Instant knownOn, String place) {
        if (knownOn == null) {
            return;
        }
        var end = QuarkusTransaction.requiringNew().call(this::end);
        if (!knownOn.isBefore(end)) {
            throw new Refused(
                    ConsolidatedRefusal.NOT_KNOWN_YET,
                    "Everything is known up to %s.".formatted(end),
                    List.of(new Fault(
                            place,
                            "not-known-yet",
                            knownOn.toString(),
                            "Ask for an instant before %s, or again in a moment.".formatted(end))));
        }
    }

    /** The latest instant on which everything is known. */
    Instant latest() {
        return QuarkusTransaction.requiringNew()
                .call(this::end)
                .truncatedTo(ChronoUnit.MICROS)
                .minus(1, ChronoUnit.MICROS);
    }

    /** What is under way is looked at first: it may be committed before what is pending is looked at, not the other way. */
    private Instant end() {
        var now = clock.instant();
        var underWay = instant(OLDEST_UNDER_WAY);
        var pending = instant(OLDEST_PENDING);
        return List.of(now, underWay == null ? now : underWay, pending == null ? now : pending).stream()
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private @Nullable Instant instant(String sql) {
        return (Instant) database.createNativeQuery(sql).getSingleResult();
    }

    /** The newest event that is part of a report; null before the first. */
    @SuppressWarnings("unchecked")
    @Nullable
    UpTo upTo(@Nullable Instant knownOn) {
        List<Tuple> rows = database.createNativeQuery("""
                        select event_id, reference, revision, known_from from consolidated_report
                        where known_from <= :at order by known_from desc, reference, revision limit 1
                        """, Tuple.class)
                .setParameter("at", knownOn == null ? Totals.NOW : knownOn)
                .getResultList();
        return rows.stream()
                .map(row -> new UpTo(
                        row.get("event_id", UUID.class),
                        row.get("reference", String.class),
                        row.get("revision", Integer.class),
                        row.get("known_from", Instant.class)))
                .findFirst()
                .orElse(null);
    }
}

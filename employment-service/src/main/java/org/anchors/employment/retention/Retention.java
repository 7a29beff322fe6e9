package org.anchors.employment.retention;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anchors.employment.privacy.Pseudonyms;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.calendar.EssexDays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Lets go, each night, of what has been kept for long enough: the key of a programme's pseudonyms 12 months after its last
 * follow-up, and with it by what its people were recognised in other programmes; every row about its people after 3 years; what
 * came of loads after 90 days. Of several replicas one does so.
 */
@ApplicationScoped
class Retention {

    private static final int SECONDS = 1_800;
    private static final int LOADS_DAYS = 90;

    private final Kept kept;
    private final Pseudonyms pseudonyms;
    private final Audit audit;
    private final Clock clock;

    Retention(Kept kept, Pseudonyms pseudonyms, Audit audit, Clock clock) {
        this.kept = kept;
        this.pseudonyms = pseudonyms;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What went, or would go.
     *
     * @param on the day of which that is said
     * @param keys programmes whose key went
     * @param rows programmes whose rows went, with how many people
     * @param loads loads of which it was told for 90 days what came of them
     */
    @Schema(name = "LettingGo", description = "What went, or would go.")
    record LettingGo(LocalDate on, List<String> keys, List<Due> rows, int loads) {}

    @Scheduled(cron = "0 47 3 * * ?")
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    void nightly() {
        letGo(today());
    }

    LocalDate today() {
        return EssexDays.of(clock.instant());
    }

    /** What would go on a day; nothing does. */
    @Transactional
    public LettingGo wouldGo(LocalDate on) {
        var all = kept.due(on);
        return new LettingGo(
                on,
                all.stream().filter(due -> due.keyGoes(on)).map(Due::programme).toList(),
                all.stream().filter(due -> due.rowsGo(on)).toList(),
                kept.loads(loadsBefore(on)));
    }

    /** Lets go of what is due on a day, in one transaction with the notes of it; nothing where another replica does so. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public LettingGo letGo(LocalDate on) {
        if (!kept.isTheOneThatLetsGo()) {
            return new LettingGo(on, List.of(), List.of(), 0);
        }
        var going = wouldGo(on);
        var notes = new ArrayList<Audit.Note>();
        for (var programme : going.keys()) {
            pseudonyms.destroy(programme);
            kept.forgetShared(programme);
            notes.add(new Audit.Note("pseudonym-key-destroyed", "programmes/" + programme, Map.of()));
        }
        if (!kept.isSharing() && pseudonyms.destroy(Pseudonyms.SHARED)) {
            notes.add(new Audit.Note("pseudonym-key-destroyed", "shared-key", Map.of()));
        }
        for (var due : going.rows()) {
            var people = kept.deleteRows(due.programme());
            notes.add(new Audit.Note(
                    "participants-deleted", "programmes/" + due.programme(), Map.of("participants", people)));
        }
        var loads = kept.deleteLoads(loadsBefore(on));
        if (loads > 0) {
            notes.add(new Audit.Note("loads-deleted", "milestones/loads", Map.of("loads", loads)));
        }
        audit.recordAll(notes);
        return going;
    }

    private static Instant loadsBefore(LocalDate on) {
        return on.minusDays(LOADS_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}

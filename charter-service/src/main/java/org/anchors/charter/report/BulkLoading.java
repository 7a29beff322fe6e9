package org.anchors.charter.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.charter.spreadsheet.FileRefusal;
import org.anchors.charter.spreadsheet.Row;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.edge.Bodies;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.idempotency.Idempotency;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Loads the reports of many organisations for one year from one file, in one transaction. */
@ApplicationScoped
class BulkLoading {

    private static final int SECONDS = 300;
    private static final int REPORTS_AT_ONCE = 50;

    private final ReportSubmission submission;
    private final Reports reports;
    private final Catalogues catalogues;
    private final BulkRows rows;
    private final Idempotency idempotency;
    private final EntityManager database;
    private final Audit audit;
    private final Caller caller;
    private final StrictJson strict;
    private final ObjectMapper json;

    BulkLoading(
            ReportSubmission submission,
            Reports reports,
            Catalogues catalogues,
            BulkRows rows,
            Idempotency idempotency,
            EntityManager database,
            Audit audit,
            Caller caller,
            StrictJson strict,
            ObjectMapper json) {
        this.submission = submission;
        this.reports = reports;
        this.catalogues = catalogues;
        this.rows = rows;
        this.idempotency = idempotency;
        this.database = database;
        this.audit = audit;
        this.caller = caller;
        this.strict = strict;
        this.json = json;
    }

    /**
     * Loads a file.
     *
     * @param lines whether each line is a report as JSON; otherwise the file is CSV
     */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public Response load(
            BulkFile file, boolean lines, ReportingWindow window, BulkOutcome.Mode mode, @Nullable String key) {
        var year = window.year().toString();
        return idempotency.once(key, "bulk-reports %s %s %s".formatted(year, mode, file.digest()), () -> {
            var load = new Load(window, catalogues.of(window.year()), mode);
            try {
                if (lines) {
                    load.lines(file);
                } else {
                    rows.read(file.path(), load::organisation, load.tally::note);
                }
            } catch (CharacterCodingException otherEncoding) {
                throw new Refused(FileRefusal.UNREADABLE_FILE, "Save it as UTF-8: its characters are coded otherwise.");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return load.end(file);
        });
    }

    /** What the audit trail will say of a report. */
    private record Stored(String reference, int revision, int values) {}

    /** One file while it is read. */
    private final class Load {
        private final BulkOutcome.Tally tally = new BulkOutcome.Tally();
        private final HashSet<String> seen = new HashSet<>();
        private final List<Stored> stored = new ArrayList<>();
        private final ReportingWindow window;
        private final Catalogue catalogue;
        private final BulkOutcome.Mode mode;
        private int read;

        Load(ReportingWindow window, Catalogue catalogue, BulkOutcome.Mode mode) {
            this.window = window;
            this.catalogue = catalogue;
            this.mode = mode;
        }

        void organisation(String organisation, List<Row> theirs) {
            var fixed = JsonNodeFactory.instance.objectNode();
            fixed.put("organisation", organisation).put("year", window.year().toString());
            var file = ReportFile.of(theirs, catalogue::find, fixed, strict);
            report(file, theirs.getFirst().place());
        }

        void lines(BulkFile file) throws IOException {
            try (var text = new BufferedReader(Files.newBufferedReader(file.path(), StandardCharsets.UTF_8))) {
                var number = 0;
                for (var line = line(text); line != null; line = line(text)) {
                    number++;
                    if (!line.isBlank()) {
                        line(line, "line " + number);
                    }
                }
            }
        }

        /** A line as long as a body may be, and not longer, however long the file makes it. */
        private @Nullable String line(BufferedReader text) throws IOException {
            var line = new StringBuilder();
            for (var character = text.read(); character != '\n'; character = text.read()) {
                if (character < 0) {
                    return line.isEmpty() ? null : line.toString();
                }
                if (line.length() >= Bodies.LARGEST) {
                    throw new Refused(
                            CommonRefusal.BODY_TOO_LARGE, "A line may have %,d characters.".formatted(Bodies.LARGEST));
                }
                line.append((char) character);
            }
            return line.toString();
        }

        private void line(String line, String place) {
            try {
                var reading = strict.<Submission>read(line.getBytes(StandardCharsets.UTF_8), Submission.class);
                report(new ReportFile(reading, Places.ofLine(place)), place);
            } catch (Refused malformed) {
                tally.refuse(List.of(new Fault(place, "malformed", null, malformed.detail())));
            }
        }

        private void report(ReportFile file, String place) {
            try {
                var queries = submission.check(file.reading());
                sound(file.reading().value(), queries, place);
            } catch (Refused refused) {
                tally.refuse(file.places().translated(refused).faults());
            }
            forget();
        }

        /** What was read or stored is not needed again; kept, each query would go through all of it. */
        private void forget() {
            if (++read % REPORTS_AT_ONCE == 0) {
                database.flush();
                database.clear();
            }
        }

        private void sound(Submission sent, List<Findings.Query> queries, String place) {
            var year = window.year();
            var reference = AnnualReport.referenceOf(sent.organisation(), year);
            if (!year.toString().equals(sent.year())) {
                refuse(place, "differs-from-path", sent.year(), "Send " + year + ".");
            } else if (!seen.add(sent.organisation())) {
                refuse(place, "given-twice", sent.organisation(), "Send each organisation's report once.");
            } else {
                var there = reports.findByIdOptional(reference);
                if (there.isEmpty()) {
                    store(sent, queries);
                } else if (Sameness.of(reports.revision(reference, there.get().revision()), sent)) {
                    tally.leaveUnchanged();
                } else {
                    refuse(place, "report-exists", reference, "It says something else: correct it by a restatement.");
                }
            }
        }

        private void refuse(String place, String rule, String given, String mend) {
            tally.refuse(List.of(new Fault(place, rule, given, mend)));
        }

        private void store(Submission sent, List<Findings.Query> queries) {
            var values = sent.values().size();
            tally.accept(values);
            if (mode == BulkOutcome.Mode.ALL_OR_NOTHING && tally.faultCount() > 0) {
                return;
            }
            var report = submission.store(sent, queries).report();
            stored.add(new Stored(report.reference(), report.revision(), values));
        }

        /** The audit entries come last: from the first of them on nobody else of this service can write one. */
        Idempotency.Created end(BulkFile file) {
            var year = window.year().toString();
            if (mode == BulkOutcome.Mode.ALL_OR_NOTHING && tally.faultCount() > 0) {
                throw new Refused(
                        CommonRefusal.INVALID_REQUEST,
                        "%,d faults, of which %,d are listed; nothing was stored."
                                .formatted(tally.faultCount(), tally.listed().size()),
                        tally.listed());
            }
            var outcome = tally.outcome(UUID.randomUUID().toString(), year, mode);
            keep(outcome, file);
            stored.forEach(report -> submission.noteInTrail(report.reference(), report.revision(), report.values()));
            audit.record(
                    "bulk-loaded",
                    "bulk/reports/%s/%s".formatted(year, outcome.id()),
                    Map.of("digest", file.digest(), "accepted", outcome.accepted(), "refused", outcome.refused()));
            return new Idempotency.Created(
                    "/api/charter/v1/bulk/reports/%s/%s".formatted(year, outcome.id()), null, outcome);
        }

        private void keep(BulkOutcome outcome, BulkFile file) {
            database.createNativeQuery("""
                            insert into bulk_load (id, year, digest, outcome, loaded_at, loaded_by)
                            values (:id, :year, :digest, :outcome, :at, :by)
                            """)
                    .setParameter("id", outcome.id())
                    .setParameter("year", window.year().start())
                    .setParameter("digest", file.digest())
                    .setParameter("outcome", text(outcome))
                    .setParameter("at", submission.now())
                    .setParameter("by", caller.subject())
                    .executeUpdate();
        }
    }

    private String text(BulkOutcome outcome) {
        try {
            return json.writeValueAsString(outcome);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An outcome can be written", impossible);
        }
    }
}

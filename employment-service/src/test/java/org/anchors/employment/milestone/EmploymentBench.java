package org.anchors.employment.milestone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.employment.participant.Stored;
import org.anchors.employment.privacy.Keyed;
import org.anchors.employment.privacy.Pseudonyms;
import org.anchors.kit.copy.CopyLines;
import org.anchors.kit.testing.BenchClient;
import org.anchors.kit.testing.BenchLoads;
import org.anchors.kit.testing.BenchSheet;
import org.anchors.kit.testing.BenchSheet.Times;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Measures how fast milestones are taken in files, against COPY of the same rows into the same PostgreSQL, and how long the
 * outcomes over 100,000 and 1,000,000 of them take; and what memory a file takes in which every row is faulty. Run by {@code ./anchor bench employment}, not with the tests.
 */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class EmploymentBench {

    private static final int MILESTONES = 100_000;
    private static final List<String> LIFE =
            List.of("REFERRED", "STARTED", "JOB_OFFER", "JOB_START", "IN_WORK_CONFIRMED");
    private static final int RUNS = 5;
    private static final int WARM_UP = 1;
    private static final int REPORTS = 30;

    @Inject
    DataSource database;

    @Inject
    Pseudonyms pseudonyms;

    private final List<String> programmes = new ArrayList<>();

    @BeforeEach
    void makeTables() throws SQLException {
        Partnership.tell(database);
        execute("create table if not exists bare (like milestone including all excluding identity)");
        execute("alter table bare drop constraint if exists bare_pkey");
        execute("alter table bare alter column id drop not null");
    }

    @Test
    void milestones() throws Exception {
        files();
        var small = reportTimes(programmes.getFirst());
        fill(1_000_000);
        var large = reportTimes(programmes.getLast());
        BenchSheet.times("outcomes over %,d milestones".formatted(MILESTONES), small);
        BenchSheet.times("outcomes over %,d milestones".formatted(1_000_000), large);
        BenchSheet.say(
                "%-52s %.1f at the median, %.1f at p99 (milestones: 10 times)",
                "  growth", large.p50() / small.p50(), large.p99() / small.p99());
    }

    /** The file that finds most to say: no row of it is sound. */
    @Test
    void everyRowFaulty() throws Exception {
        var loads = new BenchLoads();
        var file = Files.createTempFile("bench", null);
        try {
            Files.writeString(file, "{\"x\":1}\n".repeat(CsvRows.MOST_ROWS));
            for (var run = -WARM_UP; run < RUNS; run++) {
                loads.run(
                        () -> BenchClient.post(
                                "/api/employment/v1/milestones?mode=accept-valid",
                                Partnership.provider(),
                                "application/x-ndjson",
                                BodyPublishers.ofFile(file)),
                        run >= 0);
            }
        } finally {
            Files.delete(file);
        }
        loads.times("%,d faulty rows, accept-valid".formatted(CsvRows.MOST_ROWS));
        loads.memory();
    }

    /** In turns: the tables grow with each file, and so does what it costs to look through them. */
    private void files() throws Exception {
        var csv = new BenchLoads();
        var lines = new BenchLoads();
        for (var run = -WARM_UP; run < RUNS; run++) {
            load(csv, "text/csv", run >= 0);
            load(lines, "application/x-ndjson", run >= 0);
        }
        say(csv, "text/csv");
        say(lines, "application/x-ndjson");
    }

    private void load(BenchLoads loads, String type, boolean counts) throws Exception {
        var programme = Partnership.programme();
        programmes.add(programme);
        register(programme, MILESTONES / LIFE.size());
        var file = file(programme, type);
        try {
            loads.run(
                    () -> BenchClient.post(
                            "/api/employment/v1/milestones", Partnership.provider(), type, BodyPublishers.ofFile(file)),
                    () -> copy(programme),
                    counts);
        } finally {
            Files.delete(file);
        }
    }

    private static void say(BenchLoads loads, String type) {
        loads.times("%,d milestones, %s".formatted(MILESTONES, type), "its rows by COPY");
        BenchSheet.say("%-52s %.2f", "  share of COPY", loads.share());
        loads.memory();
    }

    private Times reportTimes(String programme) throws IOException, InterruptedException {
        var times = new ArrayList<Long>();
        for (var run = -5; run < REPORTS; run++) {
            var took = BenchClient.get(
                    "/api/employment/v1/outcomes?policy=NONE&programme=" + programme, Partnership.anchorTeam());
            if (run >= 0) {
                times.add(took);
            }
        }
        return Times.of(times);
    }

    private static Path file(String programme, String type) throws IOException {
        var file = Files.createTempFile("bench", null);
        var csv = type.equals("text/csv");
        try (var out = Files.newBufferedWriter(file)) {
            if (csv) {
                out.write("programme,participant,kind,on,record_id,employer\n");
            }
            for (var person = 0; person < MILESTONES / LIFE.size(); person++) {
                for (var step = 0; step < LIFE.size(); step++) {
                    var kind = LIFE.get(step);
                    var on = day(person, step);
                    var employer = kind.equals("JOB_START") ? "mseft" : "";
                    out.write(
                            csv
                                    ? "%s,P-%06d,%s,%s,%d,%s%n".formatted(programme, person, kind, on, step, employer)
                                    : "{\"programme\":\"%s\",\"participant\":\"P-%06d\",\"kind\":\"%s\",\"on\":\"%s\",\"recordId\":\"%d\"%s}%n"
                                            .formatted(
                                                    programme,
                                                    person,
                                                    kind,
                                                    on,
                                                    step,
                                                    employer.isEmpty() ? "" : ",\"employer\":\"mseft\""));
                }
            }
        }
        return file;
    }

    private static LocalDate day(int person, int step) {
        return LocalDate.of(2022, 4, 4).plusDays(person % 300 + 40L * step + (step == 4 ? person % 90 : 0));
    }

    private void register(String programme, int people) throws Exception {
        var ids = HexFormat.of();
        var cohort = number("select id from cohort where programme = '%s'".formatted(programme));
        var keyed = pseudonymsOf(programme);
        try (var connection = database.getConnection();
                var lines = new CopyLines(
                        connection,
                        "participant (public_id, cohort, programme, pseudonym, place, imd_decile, imd_edition, age_band,"
                                + " registered_at, version)")) {
            for (var person = 0; person < people; person++) {
                lines.row(
                        UUID.randomUUID(),
                        cohort,
                        programme,
                        "\\x" + ids.formatHex(keyed.of("P-%06d".formatted(person))),
                        person % 2 == 0 ? "Basildon" : "Southend",
                        1 + person % 10,
                        "2019",
                        "19-24",
                        "2022-04-01T00:00:00Z",
                        0);
            }
            lines.end();
        }
        execute("analyze participant");
    }

    private Keyed pseudonymsOf(String programme) {
        return QuarkusTransaction.requiringNew().call(() -> pseudonyms.under(programme));
    }

    /** Nanoseconds for COPY of a programme's milestones, as they were stored, into a table of the same form. */
    private long copy(String programme) throws SQLException {
        execute("truncate bare");
        var rows = new ArrayList<Object[]>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select participant, kind, happened_on, cast(record as text), employer, job, withdrawn, recorded_at
                        from milestone where participant in (select id from participant where programme = '%s')""".formatted(programme))) {
            while (found.next()) {
                var row = new Object[8];
                for (var column = 0; column < row.length; column++) {
                    row[column] = found.getObject(column + 1);
                }
                rows.add(row);
            }
        }
        assertEquals(MILESTONES, rows.size());
        var began = System.nanoTime();
        try (var connection = database.getConnection();
                var lines = new CopyLines(
                        connection,
                        "bare (participant, kind, happened_on, record, employer, job, withdrawn, recorded_at)")) {
            for (var row : rows) {
                lines.row(Arrays.copyOf(row, row.length));
            }
            lines.end();
        }
        return System.nanoTime() - began;
    }

    /** A programme of so many milestones: copies of the first one's people with all that is recorded about them. */
    private void fill(int milestones) throws SQLException {
        var first = programmes.getFirst();
        var large = Partnership.programme();
        programmes.add(large);
        var cohort = number("select id from cohort where programme = '%s'".formatted(large));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table pair as
                    select p.id old, n, nextval(pg_get_serial_sequence('participant', 'id')) new
                    from participant p, generate_series(1, %d) n where p.programme = '%s'""".formatted(milestones / MILESTONES, first));
            statement.execute("""
                    insert into participant (id, public_id, cohort, programme, pseudonym, age_band, imd_decile, imd_edition,
                      place, registered_at, version) overriding system value
                    select new, gen_random_uuid(), %d, '%s', sha256(cast(new as text)::bytea), age_band, imd_decile,
                      imd_edition, place, registered_at, 0 from participant p join pair on pair.old = p.id""".formatted(cohort, large));
            statement.execute("""
                    insert into milestone (participant, %1$s, recorded_at)
                    select pair.new, %1$s, recorded_at from milestone m join pair on pair.old = m.participant""".formatted(Tables.SAID));
            statement.execute("""
                    insert into participant_state (%1$s)
                    select pair.new, '%2$s', %3$d, %4$s from participant_state s join pair on pair.old = s.participant""".formatted(
                            Tables.STATE, large, cohort, Tables.STATE.replace("participant, programme, cohort, ", "")));
            statement.execute("drop table pair");
        }
        execute("vacuum analyze");
        assertEquals(
                milestones,
                number("select count(*) from milestone where participant in"
                        + " (select id from participant where programme = '%s')".formatted(large)));
    }

    private void execute(String sql) throws SQLException {
        Stored.execute(database, sql);
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(Stored.read(database, sql).getFirst());
    }
}

package org.anchors.charter.report;

import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.anchors.kit.testing.BenchClient;
import org.anchors.kit.testing.BenchLoads;
import org.anchors.kit.testing.BenchSheet;
import org.anchors.kit.testing.BenchSheet.Times;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Measures how fast reports are taken, against the same rows written to the same PostgreSQL without anything: single reports
 * against multi-row inserts, a bulk file against COPY, in turns. Run by {@code ./anchor bench charter}, not with the tests.
 */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestProfile(OwnDatabase.class)
@QuarkusTestResource(Engines.class)
class ReportsBench {

    private static final int SINGLE = 500;
    /** A service runs for weeks; until a few thousand reports have passed, it is still being compiled. */
    private static final int SINGLE_WARM_UP = 7_500;

    private static final int SINGLE_A_YEAR = 2_000;
    private static final int BULK = 3;
    private static final int BULK_WARM_UP = 2;
    private static final int VALUES = 100_000;

    @Inject
    DataSource dataSource;

    private BareTables bare;

    @BeforeEach
    void setUp() throws SQLException {
        bare = new BareTables(dataSource);
        bare.execute("update charter_edition set last_year = 2060 where edition = '2024-27'");
        bare.execute(
                "insert into reporting_year (year, opens, due, closes)"
                        + " select y, '2020-04-01', '2099-12-31', null from generate_series(2028, 2060) y on conflict do nothing");
        BulkReportsTest.signatories("bench", VALUES / BenchReport.VALUES + 1, dataSource);
        bare.make();
        bare.execute("analyze");
    }

    @Test
    @Order(1)
    void single() throws Exception {
        var posted = new ArrayList<Long>();
        var inserted = new ArrayList<Long>();
        for (var run = -SINGLE_WARM_UP; run < SINGLE; run++) {
            if (run == 0) {
                awaitQuiet();
            }
            var number = run + SINGLE_WARM_UP;
            var year = named(2040 + number / SINGLE_A_YEAR);
            var organisation = "bench-" + (number % SINGLE_A_YEAR + 1);
            var body = BodyPublishers.ofString(new BenchReport(year).json(organisation));
            var post = BenchClient.post(REPORTS, reporterOf(organisation), "application/json", body);
            var insert = bare.insert(organisation + "-" + year);
            if (run >= 0) {
                posted.add(post);
                inserted.add(insert);
            }
        }
        var all = Times.of(posted);
        var rows = Times.of(inserted);
        BenchSheet.times("a report of %d values, posted, everything on".formatted(BenchReport.VALUES), all);
        BenchSheet.times("its rows in bare multi-row inserts", rows);
        var share = rows.p50() / all.p50();
        BenchSheet.goal("  share of bare inserts", share, "at least 0.25", share >= 0.25);
    }

    @Test
    @Order(2)
    void bulk() throws Exception {
        awaitQuiet();
        var loads = new BenchLoads();
        for (var run = 0; run < BULK_WARM_UP + BULK; run++) {
            var year = 2030 + run;
            var file = file(year);
            try {
                loads.run(
                        () -> BenchClient.post(
                                "/api/charter/v1/bulk/reports/" + named(year),
                                anchorTeam(),
                                "text/csv",
                                BodyPublishers.ofFile(file)),
                        () -> {
                            awaitQuiet();
                            return bare.copy(named(year));
                        },
                        run >= BULK_WARM_UP);
            } finally {
                Files.delete(file);
            }
        }
        loads.times("a bulk file of %,d values, last year's there".formatted(VALUES), "its values by COPY");
        BenchSheet.goal("  share of COPY", loads.share(), "at least 0.20", loads.share() >= 0.2);
        loads.memory();
    }

    private static Path file(int year) throws IOException {
        var file = Files.createTempFile("bench", ".csv");
        var report = new BenchReport(named(year));
        try (var out = Files.newBufferedWriter(file)) {
            out.write(BenchReport.HEAD);
            for (var number = 1; number * BenchReport.VALUES <= VALUES + BenchReport.VALUES - 1; number++) {
                out.write(report.rows("bench-" + number));
            }
        }
        return file;
    }

    private static String named(int year) {
        return "%d-%02d".formatted(year, (year + 1) % 100);
    }

    /** Until everything that was announced has been told and had its effect. */
    private void awaitQuiet() {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> bare.count("select count(*) from outbox where published_at is null") == 0
                        && bare.count("select count(*) from annual_report")
                                == bare.count("select count(*) from consolidated_report"));
    }
}

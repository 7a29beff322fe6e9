package org.anchors.charter.report;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report that is loaded with others is stored, told and noted as if its organisation had sent it alone. */
@QuarkusTest
@TestProfile(FilesDatabase.class)
@QuarkusTestResource(Engines.class)
class BulkEqualityTest {

    private static final List<String> TABLES = List.of(
            "annual_report",
            "report_revision",
            "reported_value order by position",
            "narrative order by position",
            "case_study order by position",
            "report_query order by position");
    private static final List<String> YEARS = List.of("2025-26", "2026-27");
    private static final List<String> EXAMPLES = List.of("mseft-2024-25", "mseft-2025-26");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    DataSource dataSource;

    @BeforeEach
    void setUp() throws SQLException {
        BulkReportsTest.setUpYears(dataSource);
        BulkReportsTest.signatories("alike", 3, dataSource);
    }

    @Test
    void bothHaveTheSameEffects() throws Exception {
        for (var index = 0; index < YEARS.size(); index++) {
            submit(report("alike-1", index));
            load(report("alike-2", index), report("alike-3", index));
        }
        for (var year : YEARS) {
            var single = effects("alike-1", year);
            assertFalse(single.isEmpty());
            assertEquals(single, effects("alike-2", year));
            assertEquals(single, effects("alike-3", year));
        }
    }

    /** An example under another name and for another year, the second one a year after the first. */
    private static String report(String organisation, int index) throws IOException {
        var example = (ObjectNode)
                JSON.readTree(Files.readString(Path.of("../examples/reports/%s.json".formatted(EXAMPLES.get(index)))));
        return example.put("organisation", organisation)
                .put("year", YEARS.get(index))
                .toString();
    }

    private static void submit(String report) {
        given().auth()
                .oauth2(reporterOf("alike-1"))
                .header("Idempotency-Key", newKey())
                .contentType("application/json")
                .body(report)
                .post(REPORTS)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201);
    }

    private static void load(String... reports) {
        given().auth()
                .oauth2(anchorTeam())
                .header("Idempotency-Key", newKey())
                .contentType("application/x-ndjson")
                .body(String.join("\n", reports).getBytes(StandardCharsets.UTF_8))
                .post("/api/charter/v1/bulk/reports/" + YEARS.get(reports[0].contains(YEARS.get(1)) ? 1 : 0))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("accepted", is(reports.length));
    }

    /** Every row and event that a report left, without what names its organisation, its sender and its instant. */
    private List<String> effects(String organisation, String year) throws SQLException {
        var reference = organisation + "-" + year;
        var effects = new ArrayList<String>();
        for (var table : TABLES) {
            effects.addAll(
                    rows("select to_jsonb(t) - array['reference', 'organisation', 'submitted_at', 'submitted_by']"
                            + " from %s"
                                    .formatted(
                                            table.replaceFirst("( |$)", " t where reference = '" + reference + "' "))));
        }
        effects.addAll(
                rows("select type || (cast(payload as jsonb) - array['reference', 'organisation', 'submittedAt'])::text"
                        + " from outbox where key = '" + reference + "'"));
        effects.addAll(
                rows("select deed || ' ' || detail from audit_entry where object = 'reports/" + reference + "'"));
        effects.addAll(await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> rows("select to_jsonb(v) - array['organisation', 'known_from'] from consolidated_value v"
                                + " where organisation = '%s' and year = %s order by indicator, grp"
                                        .formatted(organisation, year.substring(0, 4))),
                        found -> !found.isEmpty()));
        return effects;
    }

    private List<String> rows(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}

package org.anchors.charter.report;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.report;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.anchors.charter.report.ReportExamples.value;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.charter.reportingyear.ReportingYear;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.PublishedEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 3, Bulk: a year's reports of many organisations in one file, all or nothing or accept-valid. */
@QuarkusTest
@TestProfile(FilesDatabase.class)
@QuarkusTestResource(Engines.class)
class BulkReportsTest {

    private static final String BULK = "/api/charter/v1/bulk/reports/2026-27";
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    @Inject
    ReportingYears years;

    /** Years of its own, so that it counts in nobody else's totals. */
    @BeforeEach
    @Transactional
    void setUpYears() {
        for (var start : List.of(2026, 2027)) {
            years.load(new ReportingWindow(
                    new ReportingYear(start), LocalDate.of(2026, 4, 1), LocalDate.of(2099, 12, 31), null));
        }
    }

    @Test
    void rowsInAnyOrderBecomeReportsAndTheSameFileAgainChangesNothing() {
        var file = """
                organisation,kind,code,group,value,numerator,denominator,explanation
                police,value,EMP-01,,3500,,,
                fire,value,EMP-01,,400,,,'=growing
                police,value,EMP-03,,,900,3400,
                police,report,boardApproval.role,,Chief Constable,,,
                police,report,boardApproval.on,,2026-06-26,,,
                police,report,boardApproval.minute,,M/1,,,
                fire,value,EMP-05,veteran,0,,,
                """;
        var first = load(CSV, file, "");
        first.then()
                .statusCode(201)
                .body("accepted", is(2))
                .body("values", is(4))
                .body("unchanged", is(0))
                .body("faultCount", is(0));
        given().auth()
                .oauth2(anchorTeam())
                .get(first.header("Location"))
                .then()
                .statusCode(200)
                .body("id", is(first.<String>path("id")));
        given().auth()
                .oauth2(reporterOf("police"))
                .get(REPORTS + "/police-2026-27")
                .then()
                .statusCode(200)
                .body("said.boardApproval.minute", is("M/1"))
                .body("said.values.indicator", contains("EMP-01", "EMP-03"));
        given().auth()
                .oauth2(reporterOf("fire"))
                .get(REPORTS + "/fire-2026-27")
                .then()
                .body("said.values[0].explanation", is("=growing"));
        assertEquals(1, PublishedEvents.await(Topic.CHARTER, "police-2026-27").size());
        load(CSV, file, "").then().statusCode(201).body("accepted", is(0)).body("unchanged", is(2));
        load(CSV, file.replace("3500", "3501"), "")
                .then()
                .statusCode(422)
                .body("faults.rule", contains("report-exists"))
                .body("faults.at", contains("row 2"));
    }

    @Test
    void oneFaultRefusesTheFileOrOnlyItsReport() {
        var file = """
                organisation;code;value;numerator;denominator
                basildon;EMP-01;900
                southend;EMP-03;;15000;14800
                southend;EMP-99;1
                rochford;EMP-01;5
                ;EMP-01;6
                """;
        var places = containsInAnyOrder(
                "row 3, column numerator", "row 4, column code", "no row organisation", "row 6, column organisation");
        load(CSV, file, "").then().statusCode(422).body("faults.at", places);
        given().auth()
                .oauth2(reporterOf("basildon"))
                .get(REPORTS + "/basildon-2026-27")
                .then()
                .statusCode(404);
        load(CSV, file, "?mode=accept-valid")
                .then()
                .statusCode(201)
                .body("accepted", is(1))
                .body("refused", is(2))
                .body("faultCount", is(4))
                .body("faults.at", places);
        given().auth()
                .oauth2(reporterOf("basildon"))
                .get(REPORTS + "/basildon-2026-27")
                .then()
                .statusCode(200);
    }

    @Test
    void aLineIsAReport() {
        var file = oneLine(report("braintree", "2026-27", value("EMP-01", 2_000)))
                + "\n"
                + oneLine(report("eeast", "2026-27", value("EMP-99", 1)))
                + "\n{\"organisation\"\n"
                + oneLine(report("braintree", "2026-27", value("EMP-01", 2_000)));
        load(NDJSON, file, "?mode=accept-valid")
                .then()
                .statusCode(201)
                .body("accepted", is(1))
                .body("faults.at", containsInAnyOrder("line 2, /values/0/indicator", "line 3", "line 4"));
    }

    @Test
    void isForTheAnchorTeamAndSaysWhatIsWrongWithTheFile() {
        given().auth()
                .oauth2(reporterOf("mseft"))
                .header("Idempotency-Key", newKey())
                .contentType(CSV)
                .body("organisation,code".getBytes(StandardCharsets.UTF_8))
                .post(BULK)
                .then()
                .statusCode(403);
        load(CSV, "code,colour\nEMP-01,1\n", "")
                .then()
                .statusCode(422)
                .body("faults.rule", containsInAnyOrder("unknown-column", "column-missing"));
        load(CSV, "organisation,code\n", "?mode=some").then().statusCode(422);
    }

    private static String oneLine(String report) {
        return report.replace("\n", " ");
    }

    private static Response load(String type, String file, String query) {
        return given().auth()
                .oauth2(anchorTeam())
                .header("Idempotency-Key", newKey())
                .contentType(type)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(BULK + query);
    }
}

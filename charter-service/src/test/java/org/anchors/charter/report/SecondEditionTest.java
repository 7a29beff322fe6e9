package org.anchors.charter.report;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.report;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.anchors.charter.report.ReportExamples.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Scalar;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.Test;

/** reporting.md, What it owns: a value pins the version of the definitions that it was given under. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@QuarkusTestResource(Engines.class)
class SecondEditionTest {

    private static final ReportingYear YEAR = new ReportingYear(2024);

    @Inject
    Catalogues catalogues;

    @Inject
    Reports reports;

    @Inject
    ReportChecks checks;

    @Inject
    ReportingYears years;

    @Test
    void aNewEditionLeavesWhatWasReportedAndItsCorrectionsUnderTheOldOne() {
        given().auth()
                .oauth2(reporterOf("police"))
                .header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(report("police", "2024-25", value("EMP-01", 6_000)))
                .post(REPORTS)
                .then()
                .statusCode(201);
        // Other tests work with the shipped edition: the second one is seen in this transaction alone.
        QuarkusTransaction.begin();
        try {
            catalogues.load(edition("2024.2", "2026-27"));
            assertEquals("2024.1", catalogues.of(YEAR).edition());
            assertEquals("2024.2", catalogues.of(new ReportingYear(2026)).edition());
            assertEquals(
                    "2024.1",
                    catalogues
                            .of(new ReportingYear(2026), Instant.now().minusSeconds(3_600))
                            .edition());
            var stored = Objects.requireNonNull(
                    reports.newest(List.of("police"), YEAR).get("police"));
            assertEquals("2024.1", stored.catalogue());
            assertEquals(
                    new BigDecimal(100_000),
                    catalogues
                            .byEdition(stored.catalogue())
                            .find("EMP-01")
                            .map(Indicator::upper)
                            .orElseThrow());
            assertEquals(List.of("out-of-bounds"), faults("2024.2"));
            assertEquals(List.of(), faults(stored.catalogue()));
        } finally {
            QuarkusTransaction.rollback();
        }
        given().auth()
                .oauth2(reporterOf("police"))
                .get(REPORTS + "/police-2024-25")
                .then()
                .statusCode(200);
    }

    @Test
    void anEditionThatWasReportedUnderNeverChanges() {
        given().auth()
                .oauth2(reporterOf("mse-icb"))
                .header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(report("mse-icb", "2024-25", value("EMP-01", 900)))
                .post(REPORTS)
                .then()
                .statusCode(201);
        var changed = edition("2024.1", "2021-22");
        assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> catalogues.load(changed)));
    }

    @Test
    void anEditionDoesNotBeginWithAYearThatWasReportedUnderAnotherOne() {
        given().auth()
                .oauth2(reporterOf("ecc"))
                .header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(report("ecc", "2024-25", value("EMP-01", 900)))
                .post(REPORTS)
                .then()
                .statusCode(201);
        var early = edition("2024.3", "2023-24");
        var refusal = assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> catalogues.load(early)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("cannot begin with 2023-24"), refusal.toString());
    }

    @Test
    void whatAnEditionSaysOfAddingMayBeSaidAfterItWasReportedUnder() {
        given().auth()
                .oauth2(reporterOf("thurrock"))
                .header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(report("thurrock", "2024-25", value("EMP-01", 900)))
                .post(REPORTS)
                .then()
                .statusCode(201);
        QuarkusTransaction.begin();
        try {
            catalogues.load(shipped().replace("\"adding\": \"ALIKE\",", ""));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private List<String> faults(String edition) {
        var sent = new Submission(
                "police",
                "2024-25",
                null,
                null,
                List.of(new Submission.Value(
                        "EMP-01", null, null, new Scalar.Number(new BigDecimal(6_000)), null, null, null)),
                null,
                null);
        return checks.ofLater("police", years.require("2024-25"), edition).recheck(sent).faults().stream()
                .map(Fault::rule)
                .toList();
    }

    /** The shipped edition under another name, with another bound. */
    private static String edition(String name, String firstYear) {
        try {
            var json = (ObjectNode) new ObjectMapper().readTree(shipped());
            json.put("edition", name).put("firstYear", firstYear);
            ((ObjectNode) json.at("/indicators/0")).put("upper", 5_000);
            return json.toString();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String shipped() {
        try (var stream = SecondEditionTest.class.getResourceAsStream("/reference/indicators-2024.1-adding.json")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.anchors.charter.report;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.report;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.anchors.charter.report.ReportExamples.value;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.Test;

/** architecture.md, Conventions: ETag and If-Match on every change. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class DraftsTest {

    @Test
    void aDraftIsSavedChangedAndSubmitted() {
        var path = "/api/charter/v1/organisations/ecc/drafts/2024-25";
        as("ecc")
                .body(report("ecc", "2024-25", value("EMP-99", 1)))
                .put(path)
                .then()
                .statusCode(201)
                .header("ETag", is("\"0\""))
                .body("faults.rule", contains("unknown-indicator"));
        as("ecc")
                .header("If-Match", "\"0\"")
                .body(report("ecc", "2024-25", value("EMP-01", 8_000)))
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("draft.values.indicator", contains("EMP-01"));
        as("ecc")
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", newKey())
                .post(path + "/submission")
                .then()
                .statusCode(201)
                .body("reference", is("ecc-2024-25"));
        as("ecc").get(path).then().statusCode(404);
    }

    @Test
    void aChangeSaysWhichVersionItWasMadeOn() {
        var path = "/api/charter/v1/organisations/thurrock/drafts/2024-25";
        var body = report("thurrock", "2024-25", value("EMP-01", 2_000));
        as("thurrock").body(body).put(path).then().statusCode(201);
        as("thurrock").body(body).put(path).then().statusCode(428).body("type", is("/problems/version-missing"));
        as("thurrock")
                .header("If-Match", "\"7\"")
                .body(body)
                .put(path)
                .then()
                .statusCode(412)
                .body("type", is("/problems/version-stale"));
    }

    @Test
    void ofManyWhoSaveAtOnceOneWinsAndTheOthersAreTold() throws InterruptedException {
        var path = "/api/charter/v1/organisations/sec/drafts/2024-25";
        var body = report("sec", "2024-25", value("EMP-01", 900));
        assertEquals(
                Map.of(201, 1L, 0, 7L), counted(8, () -> as("sec").body(body).put(path)));
        var change = counted(
                8, () -> as("sec").header("If-Match", "\"0\"").body(body).put(path));
        assertEquals(Map.of(200, 1L, 0, 7L), change);
    }

    /** How many succeeded with which status; refusals that tell the caller what to do (409, 412, 428) are counted as 0. */
    private static Map<Integer, Long> counted(int times, Callable<Response> request) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(times)) {
            return threads.invokeAll(Collections.nCopies(times, request)).stream()
                    .map(answer -> answer.resultNow().statusCode())
                    .map(status -> Set.of(409, 412, 428).contains(status) ? 0 : status)
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        }
    }

    @Test
    void aFaultyDraftIsNotSubmitted() {
        var path = "/api/charter/v1/organisations/eeast/drafts/2025-26";
        as("eeast")
                .body(report("eeast", "2025-26", value("EMP-10", 26)))
                .put(path)
                .then()
                .statusCode(201);
        as("eeast")
                .header("If-Match", "\"0\"")
                .header("Idempotency-Key", newKey())
                .post(path + "/submission")
                .then()
                .statusCode(422)
                .body("faults.rule", contains("derived-indicator"));
        as("eeast").get(path).then().statusCode(200);
    }

    private static RequestSpecification as(String organisation) {
        return given().auth().oauth2(reporterOf(organisation)).contentType(ContentType.JSON);
    }
}

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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.Test;

/** reporting.md, Submitting: what came as a file is mended and restated by a file, and what was read can be sent again. */
@QuarkusTest
@TestProfile(FilesDatabase.class)
@QuarkusTestResource(Engines.class)
class AmendmentFilesTest {

    /** No other test of files reports for it. */
    private static final String YEAR = "2024-25";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every form that a value has, and texts that are awkward in files. */
    private static final String[] EVERY_FORM = {
        value("EMP-01", 7_400),
        "{\"indicator\": \"EMP-03\", \"numerator\": 2000, \"denominator\": 7000, \"attributes\": {\"imdEdition\": 2019}}",
        "{\"indicator\": \"EMP-05\", \"group\": \"veteran\", \"value\": 0, \"explanation\": \"=none | of \\\"them\\\"\\nyet\"}",
        "{\"indicator\": \"EMP-11\", \"numerator\": 12}",
        "{\"indicator\": \"PRO-01\", \"value\": 4999999999.99, \"attributes\": {\"interSignatory\": 12.50}}",
        "{\"indicator\": \"LAB-02\", \"value\": 3, \"identifiers\": [\"GB-COH-01234567\", \"GB-CHC-1234567\"]}",
        "{\"indicator\": \"SUS-02\", \"state\": \"NOT_COLLECTED\", \"explanation\": \"next year\"}",
        "{\"indicator\": \"LDP-01\", \"value\": true, \"attributes\": {\"minute\": \"BM|25\\\\061 | a=b\", \"approvedOn\": \"2026-06-01\"}}",
        "{\"indicator\": \"LDP-02\", \"value\": false}",
        "{\"indicator\": \"LDP-04\", \"value\": \"ESSEX\"}"
    };

    @Inject
    EntityManager database;

    @Test
    void whatWasReadIsSentBackAsARestatementThatChangesNothing() throws IOException {
        var reference = accepted("nelft", EVERY_FORM);
        var before = said(reference);
        var restated = sentBack("nelft", before).put("restatementReason", "A new board minute.");
        restate(reference, restated).then().statusCode(201);
        assertNothingChanged(reference, before);
    }

    @Test
    void theReasonOfAnEarlierCorrectionIsSentBackWithTheValueThatItCorrected() throws IOException {
        var reference = accepted("ecc", value("EMP-01", 7_400), value("EMP-08", 12));
        var corrected = sentBack("ecc", said(reference)).put("restatementReason", "Counted again.");
        ((ObjectNode) corrected.path("values").path(1))
                .put("value", 13)
                .put("restatementReason", "One was overlooked.");
        restate(reference, corrected).then().statusCode(201);
        accept(reference);
        var again = sentBack("ecc", said(reference)).put("restatementReason", "A new board minute.");
        restate(reference, again).then().statusCode(201);
        ((ObjectNode) again.path("values").path(0)).put("restatementReason", "It is as it was.");
        accept(reference);
        restate(reference, again)
                .then()
                .statusCode(422)
                .body("faults.rule", contains("value-not-changed"))
                .body("faults.at", contains("/values/0/restatementReason"));
    }

    private static Response restate(String reference, JsonNode body) throws IOException {
        return amendment(reference, ContentType.JSON.toString(), JSON.writeValueAsBytes(body))
                .post(REPORTS + "/" + reference + "/restatements");
    }

    @Test
    void theTemplateOfAReportedYearIsSentBackAsCsvAndChangesNothing() throws IOException {
        var reference = accepted("thurrock", EVERY_FORM);
        var before = said(reference);
        var rows = withReason(Tables.csv(template("thurrock", "csv").asString()), "A new board minute.");
        amendment(reference, ReportFile.CSV, Tables.written(rows, ','))
                .post(REPORTS + "/" + reference + "/restatements")
                .then()
                .statusCode(201)
                .body("revision", is(2));
        assertNothingChanged(reference, before);
    }

    @Test
    void theTemplateOfAReportedYearIsSentBackAsAWorkbookAndChangesNothing() throws IOException {
        var reference = accepted("southend", EVERY_FORM);
        var before = said(reference);
        var sheets = Tables.sheets(template("southend", "xlsx").asByteArray());
        var filled = Map.of(
                ReportFile.VALUES, Objects.requireNonNull(sheets.get(ReportFile.VALUES)),
                ReportFile.REPORT,
                        withReason(Objects.requireNonNull(sheets.get(ReportFile.REPORT)), "A new board minute."));
        amendment(reference, ReportFile.XLSX, Tables.workbook(filled))
                .post(REPORTS + "/" + reference + "/restatements")
                .then()
                .statusCode(201)
                .body("revision", is(2));
        assertNothingChanged(reference, before);
    }

    @Test
    void aReturnedReportIsMendedByAFileAndItsFaultsAreToldByRow() {
        var reference = submitted("eeast", EVERY_FORM);
        decide(
                reference,
                "return",
                "{\"items\": [{\"indicator\": \"EMP-01\", \"reason\": \"Are bank staff in it?\"}]}");
        var rows = Tables.csv(template("eeast", "csv").asString());
        var wrong = with(with(rows, "EMP-01", "value", "many"), FilePlaces.RESTATEMENT_REASON, "value", "why not");
        var path = REPORTS + "/" + reference + "/resubmission";
        amendment(reference, ReportFile.CSV, Tables.written(wrong, ';'))
                .post(path)
                .then()
                .statusCode(422)
                .body("faults.rule", containsInAnyOrder("wrong-type", "not-a-restatement"))
                .body(
                        "faults.at",
                        containsInAnyOrder(
                                "row %d, column value".formatted(rowOf(rows, "EMP-01")),
                                "row %d, column value".formatted(rowOf(rows, FilePlaces.RESTATEMENT_REASON))));
        var mended = Tables.written(with(rows, "EMP-01", "value", "7300"), ';');
        amendment(reference, ReportFile.CSV, mended)
                .post(path + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("changes.indicator", contains("EMP-01"))
                .body("queries.at", hasItem("row %d, column attributes".formatted(rowOf(rows, "EMP-05") + 2)));
        amendment(reference, ReportFile.CSV, mended).post(path).then().statusCode(201);
        given().auth()
                .oauth2(reporterOf("eeast"))
                .get(REPORTS + "/" + reference)
                .then()
                .body("said.changes.indicator", contains("EMP-01"));
    }

    @Test
    void aReasonOfItsOwnStandsInTheRowOfTheValueThatChanges() {
        var reference = accepted("mse-icb", value("EMP-01", 7_400), value("EMP-08", 12));
        var rows = withReason(Tables.csv(template("mse-icb", "csv").asString()), "Counted again.");
        var changed = with(rows, "EMP-08", "value", "13");
        var file = with(changed, "EMP-08", ReportColumns.RESTATEMENT_REASON, "One was overlooked.");
        amendment(reference, ReportFile.CSV, Tables.written(file, ','))
                .post(REPORTS + "/" + reference + "/restatements")
                .then()
                .statusCode(201);
        given().auth()
                .oauth2(reporterOf("mse-icb"))
                .get(REPORTS + "/" + reference)
                .then()
                .body("said.reason", is("Counted again."))
                .body("said.changes.reason", contains("One was overlooked."));
    }

    @Test
    void aFileThatDoesNotNameItsYearIsReadByTheDefinitionsOfTheReport() {
        var reference = accepted("basildon", EVERY_FORM);
        var rows = withReason(Tables.csv(template("basildon", "csv").asString()), "Counted again.");
        amendment(reference, ReportFile.CSV, Tables.written(with(rows, "year", "value", ""), ','))
                .post(REPORTS + "/" + reference + "/restatements")
                .then()
                .statusCode(422)
                .body("faults", hasSize(1))
                .body("faults.at", contains("row %d, column value".formatted(rowOf(rows, "year"))));
    }

    @Test
    void anIdentifierThatCannotBeReadIsAFaultOfARestatement() {
        var reference = accepted("aru", value("EMP-01", 7_400));
        for (var identifier : List.of("null", "\"GB-COH-1\\u0000\"")) {
            var value = "{\"indicator\": \"LAB-02\", \"value\": 3, \"identifiers\": [%s]}".formatted(identifier);
            amendment(
                            reference,
                            ContentType.JSON.toString(),
                            report("aru", YEAR, value).getBytes(StandardCharsets.UTF_8))
                    .post(REPORTS + "/" + reference + "/restatements")
                    .then()
                    .statusCode(422)
                    .body("faults.at", containsInAnyOrder("/values/0/identifiers/0", "/restatementReason"));
        }
    }

    /** Written by a version that took identifiers of any number. */
    @Test
    void aReportThatSaysMoreThanACellHoldsIsNotHandedOutCut() {
        var reference = accepted(
                "chelmsford",
                "{\"indicator\": \"PRO-05\", \"value\": 10000000, \"attributes\": {\"contracts\": \"C-1\"}}");
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update reported_value set attributes = :attributes where reference = :reference")
                .setParameter("attributes", "{\"contracts\": \"%s\"}".formatted("C-1;".repeat(9_000)))
                .setParameter("reference", reference)
                .executeUpdate());
        for (var format : List.of("csv", "xlsx")) {
            given().auth()
                    .oauth2(reporterOf("chelmsford"))
                    .get("/api/charter/v1/organisations/chelmsford/template/%s?format=%s".formatted(YEAR, format))
                    .then()
                    .statusCode(409)
                    .body("type", is("/problems/too-long-for-a-file"))
                    .body("detail", containsString("PRO-05"));
        }
    }

    @Test
    void aForeignReportIsNotAmendedByAFileAndNeitherIsAStaleOne() {
        var reference = accepted("provide", value("EMP-01", 7_400));
        var file =
                Tables.written(withReason(Tables.csv(template("provide", "csv").asString()), "Counted again."), ',');
        var path = REPORTS + "/" + reference + "/restatements";
        as("eput", etag(reference))
                .contentType(ReportFile.CSV)
                .body(file)
                .post(path)
                .then()
                .statusCode(404);
        as("provide", "\"0\"")
                .contentType(ReportFile.CSV)
                .body(file)
                .post(path)
                .then()
                .statusCode(412);
        given().auth()
                .oauth2(reporterOf("provide"))
                .header("Idempotency-Key", newKey())
                .contentType(ReportFile.CSV)
                .body(file)
                .post(path)
                .then()
                .statusCode(428);
    }

    private static void assertNothingChanged(String reference, JsonNode before) throws IOException {
        given().auth()
                .oauth2(anchorTeam())
                .get(REPORTS + "/" + reference)
                .then()
                .body("revision", is(2))
                .body("said.kind", is("RESTATEMENT"))
                .body("said.changes", empty());
        var after = said(reference);
        for (var part : List.of("framework", "boardApproval", "narratives", "caseStudies")) {
            assertEquals(before.get(part), after.get(part));
        }
        assertEquals(texts(before), texts(after));
    }

    /** A file has no other form than text for an attribute. */
    private static List<JsonNode> texts(JsonNode said) {
        var values = new ArrayList<JsonNode>();
        said.get("values").forEach(value -> {
            var copy = value.<ObjectNode>deepCopy();
            copy.path("attributes").fieldNames().forEachRemaining(name -> ((ObjectNode) copy.get("attributes"))
                    .put(name, value.get("attributes").get(name).asText()));
            values.add(copy);
        });
        return values;
    }

    /** What an organisation takes of what it has read. */
    private static ObjectNode sentBack(String organisation, JsonNode said) {
        var sent = JSON.createObjectNode().put("organisation", organisation).put("year", YEAR);
        List.of("framework", "boardApproval", "values", "narratives", "caseStudies")
                .forEach(part -> sent.set(part, said.get(part)));
        return sent;
    }

    private static List<List<String>> withReason(List<List<String>> rows, String reason) {
        return with(rows, FilePlaces.RESTATEMENT_REASON, "value", reason);
    }

    private static List<List<String>> with(List<List<String>> rows, String code, String column, String cell) {
        var filled = new ArrayList<>(rows);
        var index = rowOf(rows, code) - 1;
        var row = new ArrayList<>(rows.get(index));
        var at = rows.getFirst().indexOf(column);
        while (row.size() <= at) {
            row.add("");
        }
        row.set(at, cell);
        filled.set(index, row);
        return filled;
    }

    private static int rowOf(List<List<String>> rows, String code) {
        var column = rows.getFirst().indexOf("code");
        return 1 + rows.stream().map(row -> row.get(column)).toList().indexOf(code);
    }

    private static String accepted(String organisation, String... values) {
        var reference = submitted(organisation, values);
        accept(reference);
        return reference;
    }

    private static String submitted(String organisation, String... values) {
        var story = "{\"pillar\": \"sustainability\", \"title\": \"-Trees\", \"text\": \"'=planted\\n\\n1,000 \"}";
        var answer = given().auth()
                .oauth2(reporterOf(organisation))
                .header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(report(organisation, YEAR, values).replace("\"values\"", """
                                "narratives": [{"pillar": "procurement", "text": "We bought | \\\\ nearby."}],
                                "caseStudies": [%s, %s], "values"
                                """.formatted(story, story)))
                .post(REPORTS);
        assertEquals(201, answer.statusCode(), answer.asString());
        return answer.path("reference");
    }

    private static void accept(String reference) {
        List<Integer> open = given().auth()
                .oauth2(anchorTeam())
                .get(REPORTS + "/" + reference)
                .path("said.queries.findAll { !it.explained }.number");
        decide(
                reference,
                "acceptance",
                "{\"waivers\": [{\"queries\": %s, \"reason\": \"Talked over.\"}]}".formatted(open));
    }

    private static void decide(String reference, String deed, String body) {
        given().auth()
                .oauth2(anchorTeam())
                .contentType(ContentType.JSON)
                .header("If-Match", etag(reference))
                .body(body)
                .post(REPORTS + "/" + reference + "/" + deed)
                .then()
                .statusCode(200);
    }

    private static String etag(String reference) {
        return given().auth()
                .oauth2(anchorTeam())
                .get(REPORTS + "/" + reference)
                .header("ETag");
    }

    private static JsonNode said(String reference) throws IOException {
        return JSON.readTree(given().auth()
                        .oauth2(anchorTeam())
                        .get(REPORTS + "/" + reference)
                        .asString())
                .get("said");
    }

    private static Response template(String organisation, String format) {
        var answer = given().auth()
                .oauth2(reporterOf(organisation))
                .get("/api/charter/v1/organisations/%s/template/%s?format=%s".formatted(organisation, YEAR, format));
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer;
    }

    private static RequestSpecification amendment(String reference, String type, byte[] body) {
        return as(reference.replace("-" + YEAR, ""), etag(reference))
                .contentType(type)
                .body(body);
    }

    private static RequestSpecification as(String organisation, String version) {
        return given().auth()
                .oauth2(reporterOf(organisation))
                .header("If-Match", version)
                .header("Idempotency-Key", newKey());
    }
}

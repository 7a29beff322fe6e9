package org.anchors.e2e;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** api.md, "A procurement team scores bids": stateless, through the gateway. */
@OnThePlatform
@Order(12)
class ScoringIT {

    private static final String EVALUATIONS = "/api/social-value/v1/evaluations";

    private final Platform platform;
    private final Caller buyer;

    ScoringIT(Platform platform) {
        this.platform = platform;
        this.buyer = Caller.person(platform, "buyer-mseft");
    }

    @Test
    void aBuyerSendsAMethodologyWithBidsAndGetsTheWholeEvaluation() throws IOException {
        var answer = evaluate(buyer, example());
        answer.then()
                .statusCode(200)
                .body("winner", is("B"))
                .body("ranking.bid", contains("B", "A"))
                .body("ineligible.bid", contains("C", "D"))
                .body("bids[0].criteria[1].parts[0].parts[0].working", is("marked 66 of 100; 80 × 66 / 100 = 52.8"))
                .body("hashes.inputs.length()", is(64));
        assertTrue(answer.asString().contains("\"total\":92.87"), answer::asString);
        assertEquals(
                answer.asString(),
                evaluate(Caller.machine(platform, "machine-buyer-mseft"), example())
                        .asString());
    }

    @Test
    void everyFaultComesBackAtOnceWithItsPlace() throws IOException {
        var faulty = example()
                .replace("\"weight\": 50", "\"weight\": 51")
                .replace("\"price\": 2170000", "\"price\": 0")
                .replace("\"q1\": 33, ", "")
                .replace("\"stage\": \"FINAL_ONLY\", ", "");
        evaluate(buyer, faulty)
                .then()
                .statusCode(422)
                .body(
                        "faults.at",
                        containsInAnyOrder(
                                "/methodology/rounding/stage",
                                "/methodology/criteria",
                                "/bids/0/price",
                                "/bids/2/marks/q1"));
    }

    @Test
    void anEvaluatorSeesNoPrices() throws IOException {
        evaluate(Caller.person(platform, "evaluator-one"), example()).then().statusCode(403);
    }

    /** More than the gateway lets through anywhere else. */
    @Test
    void fiveHundredBidsOnTwoHundredQuestionsFitThroughTheGateway() {
        var questions = IntStream.range(0, 200)
                .mapToObj("{\"key\": \"question-%d\", \"weight\": 0.5}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        var marks = IntStream.range(0, 200)
                .mapToObj(i -> "\"question-%d\": %d".formatted(i, i % 101))
                .collect(Collectors.joining(",", "{", "}"));
        var bids = IntStream.range(0, 500)
                .mapToObj(i -> "{\"key\": \"bid-%d\", \"price\": %d, \"marks\": %s}".formatted(i, 1_000 + i, marks))
                .collect(Collectors.joining(",", "[", "]"));
        evaluate(buyer, """
                        {"methodology": {"regime": "PROCUREMENT_ACT_2023", "buyerType": "LOCAL_GOVERNMENT",
                          "noticeDate": "2026-01-15", "contractValue": 1000000, "termYears": 1,
                          "criteria": [
                            {"key": "price", "kind": "PRICE", "weight": 50, "formula": "MIN_MAX"},
                            {"key": "quality", "kind": "QUALITY", "weight": 50, "parts": %s}],
                          "rounding": {"stage": "COMPONENT_THEN_SUM"}},
                         "bids": %s}""".formatted(questions, bids))
                .then()
                .statusCode(200)
                .body("winner", is("bid-0"))
                .body("ranking", hasSize(500))
                .body("bids[499].criteria[1].parts", hasSize(200));
    }

    @Test
    void theSampleCatalogueIsLoadedFromItsFileAndItsFaultsAreToldByCell() throws IOException {
        var file = Files.readString(platform.checkout().resolve("examples/catalogue-open.csv"));
        loadFile("open-1", file).then().statusCode(201).body("measureCount", is(7));
        buyer.request()
                .get("/api/social-value/v1/catalogues/open-1")
                .then()
                .statusCode(200)
                .body("measures.findAll { it.proxy != null }.licence.unique()", contains("OGL-UK-3.0"));
        loadFile("open-2", file.replace("12.71", "twelve"))
                .then()
                .statusCode(422)
                .body("faults.at", contains("row 2, column proxy"))
                .body("faults.given", contains("twelve"));
    }

    @Test
    void robustnessStandsBesideTheEvaluation() throws IOException {
        buyer.request()
                .contentType(ContentType.JSON)
                .body(example())
                .post(EVALUATIONS + "/robustness")
                .then()
                .statusCode(200)
                .body("ranking.winner", is("B"))
                .body("ranking.weightings.method", is("EXACT"))
                .body("ranking.weightings.bids.bid", containsInAnyOrder("A", "B"));
    }

    @Test
    void anEvaluationIsKeptAsABundleThatVerifiesWithoutThePlatform(@TempDir Path directory) throws IOException {
        var bundle =
                buyer.request().contentType(ContentType.JSON).body(example()).post(EVALUATIONS + "/bundle");
        assertEquals(200, bundle.statusCode());
        var file = directory.resolve("evaluation.zip");
        Files.write(file, bundle.asByteArray());
        var output = platform.anchor("verify-evaluation", file.toString()).orFail();
        assertTrue(output.contains("follows from its inputs byte for byte"), output);
        assertTrue(output.contains("B, 92.87"), output);
        var changed = bundle.asByteArray();
        changed[changed.length / 2] ^= 1;
        Files.write(file, changed);
        assertEquals(1, platform.anchor("verify-evaluation", file.toString()).code());
    }

    @Test
    void thePolicyOfANoticeIsToldWithItsMinimumAndSource() {
        buyer.request()
                .get(
                        "/api/social-value/v1/policies?noticeDate=2026-01-15&regime=PROCUREMENT_ACT_2023&valueWithVat=3000000")
                .then()
                .statusCode(200)
                .body("mandatory", is("PPN_002"))
                .body("policies.find { it.key == 'PPN_002' }.here.minimum", is(10));
    }

    private Response loadFile(String edition, String file) {
        return buyer.request()
                .header("Idempotency-Key", edition)
                .contentType("text/csv")
                .queryParam("edition", edition)
                .queryParam("source", "UK-government")
                .queryParam("licence", "OGL-UK-3.0")
                .queryParam("redistributable", "true")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/social-value/v1/catalogues");
    }

    private static Response evaluate(Caller caller, String body) {
        return caller.request().contentType(ContentType.JSON).body(body).post(EVALUATIONS);
    }

    private String example() throws IOException {
        return Files.readString(platform.checkout().resolve("examples/evaluation.json"));
    }
}

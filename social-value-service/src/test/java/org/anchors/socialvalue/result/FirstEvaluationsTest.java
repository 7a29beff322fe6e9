package org.anchors.socialvalue.result;

import static org.anchors.socialvalue.marking.Marking.agree;
import static org.anchors.socialvalue.marking.Marking.agreed;
import static org.anchors.socialvalue.marking.Marking.bids;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.platform.WrittenJson;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.bundle.VerifyEvaluation;
import org.anchors.socialvalue.catalogue.ChosenCatalogues;
import org.anchors.socialvalue.evaluation.Assessment;
import org.anchors.socialvalue.evaluation.EvaluationRequest;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.marking.Marking;
import org.anchors.socialvalue.procurement.Tender;
import org.anchors.socialvalue.scoring.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/decisions/0021: evaluations of before bundles were kept have the first form, in which no gate has a reason. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class FirstEvaluationsTest {

    private static final String GATE = "carbon-reduction-plan";

    @Inject
    DataSource database;

    @Inject
    ChosenCatalogues catalogues;

    /** They were written to text, in which every character stands as itself. */
    @ParameterizedTest
    @ValueSource(strings = {"Acme", "Acme \uD83D\uDC4D"})
    void arePackedSoThatTheyVerify(String supplier, @TempDir Path directory) throws IOException, SQLException {
        var tender = evaluatedAtFirst(supplier);
        var file = directory.resolve("evaluation.zip");
        var bundle = as(Tender.AUDITOR).accept("*/*").get(tender.at("evaluation/whole/bundle"));
        assertEquals(200, bundle.statusCode(), bundle::asString);
        Files.write(file, bundle.asByteArray());
        var said = new ByteArrayOutputStream();
        assertEquals(
                0,
                VerifyEvaluation.verify(List.of(file.toString()), new PrintStream(said, true, StandardCharsets.UTF_8)),
                said::toString);
    }

    @Test
    void areTriedUnderTheHashesThatTheyCarry() throws IOException, SQLException {
        var tender = evaluatedAtFirst("Acme");
        var hashes = as(Tender.BUYER).get(tender.at("evaluation/whole")).path("hashes");
        as(Tender.BUYER)
                .get(tender.at("evaluation/whole/robustness"))
                .then()
                .statusCode(200)
                .body("hashes", is((Object) hashes));
    }

    /** Everything of the second form is put back to what a service of that time had stored. */
    private Tender evaluatedAtFirst(String supplier) throws IOException, SQLException {
        var tender = evaluated(supplier);
        var request = (ObjectNode) Example.JSON.readTree(
                as(Tender.BUYER).get(tender.at("evaluation/whole/request")).asString());
        request.path("bids").forEach(bid -> ((ObjectNode) bid.path("reasons")).remove(GATE));
        var read = StrictJson.standalone()
                .<EvaluationRequest>read(
                        request.toString().getBytes(StandardCharsets.UTF_8), EvaluationRequest.class, 10_000)
                .orRefuse();
        var measures = catalogues
                .loaded("mseft", request.at("/catalogue/edition").asText())
                .orElseThrow();
        var result = WrittenJson.mapper().writeValueAsString(Assessment.of(read, measures, Form.FIRST));
        store(tender, request.toString(), result);
        return tender;
    }

    private Tender evaluated(String supplier) {
        var tender = Tender.published().appoint("evaluator-one");
        var best = Lodged.reference(
                tender, Lodged.body(supplier, "2170000", "[{\"measure\": \"M1\", \"quantity\": 8, \"year\": 1}]"));
        var failing = Lodged.reference(tender, Lodged.body("Beta", "2320000"));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, best, failing);
        var failed = agreed(failing, 66, 66, 66, 66)
                .replace("{\"passed\": true}", "{\"passed\": false, \"reason\": \"No plan was sent\"}");
        agree(tender, bids(agreed(best, 66, 66, 66, 66), failed)).then().statusCode(200);
        tender.step("consensus").then().statusCode(200);
        tender.step("evaluation").then().statusCode(200);
        return tender;
    }

    /** An evaluation refuses changes; whoever owns the database can still make one. */
    private void store(Tender tender, String request, String result) throws SQLException {
        var procurement = UUID.fromString(tender.id());
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var evaluation = connection.prepareStatement(
                        "update lot_evaluation set request = ?, result = ?, sha256 = ? where procurement = ?");
                var bundle = connection.prepareStatement("delete from lot_bundle where procurement = ?");
                var robustness = connection.prepareStatement("delete from lot_robustness where procurement = ?")) {
            connection.setAutoCommit(false);
            statement.execute("alter table lot_evaluation disable trigger lot_evaluation_unchangeable");
            statement.execute("alter table lot_bundle disable trigger lot_bundle_unchangeable");
            evaluation.setString(1, request);
            evaluation.setString(2, result);
            evaluation.setString(3, Sha256.of(result));
            evaluation.setObject(4, procurement);
            assertEquals(1, evaluation.executeUpdate());
            bundle.setObject(1, procurement);
            bundle.executeUpdate();
            robustness.setObject(1, procurement);
            robustness.executeUpdate();
            statement.execute("alter table lot_bundle enable trigger lot_bundle_unchangeable");
            statement.execute("alter table lot_evaluation enable trigger lot_evaluation_unchangeable");
            connection.commit();
        }
    }
}

package org.anchors.socialvalue.marking;

import static org.anchors.socialvalue.marking.Marking.agree;
import static org.anchors.socialvalue.marking.Marking.agreed;
import static org.anchors.socialvalue.marking.Marking.bids;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.bundle.VerifyEvaluation;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** scoring.md, "Quantitative social value": whether a commitment counts is not its bidder's to say. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class RulingsTest {

    private static final String JOBS = "[{\"measure\": \"M1\", \"quantity\": 8, \"year\": 1},"
            + " {\"measure\": \"M1\", \"quantity\": 2, \"year\": 2, \"local\": false}]";
    private static final String REASON = "The posts are in another county and in the specification";

    @Inject
    DataSource database;

    /** Bids that were opened and marked: Acme's with commitments, and Beta's without. */
    private record Marked(Tender tender, String acme, String beta) {

        /** What is agreed on, with rulings on Acme's commitments. */
        String consensus(String rulings) {
            var ruled = agreed(acme, 100, 100, 100, 100)
                    .replaceFirst("\"marks\"", "\"commitments\": %s, \"marks\"".formatted(rulings));
            return bids(ruled, agreed(beta, 50, 50, 50, 50));
        }

        void evaluate() {
            tender.step(Tender.SECOND_BUYER, "consensus", "").then().statusCode(200);
            tender.step("evaluation").then().statusCode(200).body("lots[0].winner", is(acme));
        }

        void award() {
            tender.step(Tender.BUYER, "award", "{\"lots\": [{\"lot\": \"whole\", \"bid\": \"%s\"}]}".formatted(acme))
                    .then()
                    .statusCode(200);
        }
    }

    private Marked marked() {
        var example = Example.ofToday().with("/methodology/regime", "\"BELOW_THRESHOLD\"");
        var tender = Tender.published(Tender.body(Instant.now().plusSeconds(600), example))
                .appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", "2000000", JOBS));
        var beta = Lodged.reference(tender, Lodged.body("Beta", "2000000"));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme, beta);
        return new Marked(tender, acme, beta);
    }

    private Marked ruled() {
        var marked = marked();
        agree(marked.tender(), marked.consensus(ruling(0, "\"ADDITIONAL\", \"LOCAL\"")))
                .then()
                .statusCode(200);
        return marked;
    }

    private static String ruling(int commitment, String lacks) {
        return "[{\"commitment\": %d, \"lacks\": [%s], \"reason\": \"%s\"}]".formatted(commitment, lacks, REASON);
    }

    @Test
    void countsNoCommitmentThatEvaluatorsRuleOutAndSaysWhy() {
        var marked = ruled();
        marked.evaluate();
        var lines = "bids.find { it.bid == '%s' }.criteria.find { it.key == 'social-value' }.commitments"
                .formatted(marked.acme());
        as(Tender.BUYER)
                .get(marked.tender().at("evaluation/whole"))
                .then()
                .body(lines + ".value", is(0.00f))
                .body(lines + ".lines.counted", contains(false, false))
                .body(
                        lines + ".lines.working",
                        contains(
                                "does not count: not local to the place named, not additional to the core specification",
                                "does not count: not local to the place named"))
                .body(lines + ".lines[0].reason", is(REASON))
                .body(lines + ".lines[1]", not(hasKey("reason")));
    }

    /** One officer alone could take the best offer down by a sentence. */
    @Test
    void rulingsAreConfirmedBySomebodyElseThanWhoRecordedThem() {
        var tender = ruled().tender();
        tender.step("consensus").then().statusCode(409).body("type", is("/problems/ruled-by-you"));
        tender.step(Tender.MACHINE, "consensus", "").then().statusCode(403);
        tender.step(Tender.SECOND_BUYER, "consensus", "").then().statusCode(200);
    }

    @Test
    void whereNothingIsRuledOutNobodyElseIsNeeded() {
        var marked = ruled();
        agree(marked.tender(), marked.consensus("[]")).then().statusCode(200);
        marked.tender().step("consensus").then().statusCode(200);
    }

    @Test
    void aProgramRulesNothingOut() {
        var marked = marked();
        as(Tender.MACHINE)
                .header("If-Match", marked.tender().etag())
                .body(marked.consensus(ruling(0, "\"LOCAL\"")))
                .put(marked.tender().at("consensus"))
                .then()
                .statusCode(403)
                .body("type", is("/problems/person-needed"));
    }

    @Test
    void aMarkIsNotCorrectedWithoutSayingWhatBecomesOfTheRulings() {
        var marked = ruled();
        agree(marked.tender(), bids(agreed(marked.acme(), 66, 66, 66, 66)))
                .then()
                .statusCode(422)
                .body("faults.at", contains("/bids/0/commitments"))
                .body("faults.rule", contains("missing"));
        agree(marked.tender(), bids(agreed(marked.beta(), 66, 66, 66, 66)))
                .then()
                .statusCode(200);
    }

    /** What the bidder said is kept in the bid. */
    @Test
    void showsRulingsWithTheConsensusAndTheBidAsItWasLodged() {
        var marked = ruled();
        as(Tender.EVALUATOR_ONE)
                .get(marked.tender().at("consensus"))
                .then()
                .body("items.find { it.bid == '%s' }.commitments[0].reason".formatted(marked.acme()), is(REASON))
                .body("items.find { it.bid == '%s' }.commitments".formatted(marked.beta()), empty());
        as(Tender.EVALUATOR_ONE)
                .get(marked.tender().at("bids/" + marked.acme()))
                .then()
                .body("commitments[0]", not(hasKey("local")));
    }

    @Test
    void countsACommitmentAgainWhenTheLastConsensusRulesNothingOut() {
        var marked = ruled();
        agree(marked.tender(), marked.consensus("[]")).then().statusCode(200);
        marked.evaluate();
        as(Tender.BUYER)
                .get(marked.tender().at("evaluation/whole"))
                .then()
                .body(
                        "bids.find { it.bid == '%s' }.criteria[2].commitments.lines.counted".formatted(marked.acme()),
                        contains(true, false));
    }

    @Test
    void givesTheStatelessEvaluationsBytesAndABundleThatVerifies(@TempDir Path directory) throws IOException {
        var marked = ruled();
        marked.evaluate();
        var tender = marked.tender();
        var request =
                as(Tender.BUYER).get(tender.at("evaluation/whole/request")).asString();
        assertEquals(
                as(Tender.BUYER)
                        .body(request)
                        .post("/api/social-value/v1/evaluations")
                        .asString(),
                as(Tender.BUYER).get(tender.at("evaluation/whole")).asString());
        var file = directory.resolve("evaluation.zip");
        Files.write(
                file,
                as(Tender.BUYER)
                        .accept("*/*")
                        .get(tender.at("evaluation/whole/bundle"))
                        .asByteArray());
        assertEquals(
                0,
                VerifyEvaluation.verify(
                        List.of(file.toString()),
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)));
    }

    @Test
    void tellsTheBidderWhatWasRuledAndWhy() {
        var marked = ruled();
        marked.evaluate();
        marked.award();
        as(Tender.BUYER)
                .get(marked.tender().at("summaries/" + marked.acme()))
                .then()
                .statusCode(200)
                .body("bid.commitments", hasSize(1))
                .body("bid.commitments[0].commitment", is(0))
                .body("bid.commitments[0].lacks", contains("LOCAL", "ADDITIONAL"))
                .body("bid.commitments[0].reason", is(REASON));
    }

    /** It was promised, and the buyer chose the bid that promised it. */
    @Test
    void leavesACommitmentThatWasRuledOutOwedWithoutAValue() {
        var marked = ruled();
        marked.evaluate();
        marked.award();
        var today = LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/London"));
        marked.tender()
                .step(Tender.BUYER, "contracts", "{\"signedOn\": \"%s\", \"startsOn\": \"%s\"}".formatted(today, today))
                .then()
                .statusCode(201)
                .body("contracts[0].obligations", hasSize(2))
                .body("contracts[0].obligations[0].quantity", is(8.000000f))
                .body("contracts[0].obligations[0].counted", is(false))
                .body("contracts[0].obligations[0]", not(hasKey("value")));
    }

    @Test
    void takesRulingsOnCommitmentsThatThereAreOnlyAndNamesEveryFault() {
        var marked = marked();
        var rulings = """
                [{"commitment": 0, "lacks": ["LOCAL"], "reason": "r"}, {"commitment": 0, "lacks": ["LOCAL"], "reason": "r"},
                 {"commitment": 2, "lacks": ["LOCAL"], "reason": "r"}, {"commitment": 1, "lacks": [], "reason": " "},
                 {"commitment": -1, "lacks": ["LOCAL"], "reason": "r"}]""";
        agree(marked.tender(), marked.consensus(rulings))
                .then()
                .statusCode(422)
                .body(
                        "faults.at",
                        contains(
                                "/bids/0/commitments/3/lacks",
                                "/bids/0/commitments/3/reason",
                                "/bids/0/commitments/1/commitment",
                                "/bids/0/commitments/2/commitment",
                                "/bids/0/commitments/4/commitment"));
    }

    /** Whoever bids does not write what evaluators say; whoever rules nothing out has nothing to give a reason for. */
    @Test
    void takesAReasonFromThoseWhoRuleOnly() {
        var told = JOBS.replace("\"year\": 1", "\"year\": 1, \"local\": false, \"reason\": \"r\"");
        Lodged.in(Tender.published(), Lodged.body("Acme", "5", told))
                .then()
                .statusCode(422)
                .body("faults.at", contains("/commitments/0/reason"));
        var counting =
                Example.ofToday().with("/bids/0/commitments/0/reason", "\"r\"").text();
        as(Tender.BUYER)
                .body(counting)
                .post("/api/social-value/v1/evaluations")
                .then()
                .statusCode(422)
                .body("faults.rule", contains("rules-nothing-out"));
    }
}

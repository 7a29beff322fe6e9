package org.anchors.e2e;

import static org.anchors.e2e.Tendering.bid;
import static org.anchors.e2e.Tendering.expect;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** scoring.md and docs/decisions/0019: what stands between the award of a procurement above the threshold and its contract. */
@OnThePlatform
@Order(14)
class StandstillIT {

    private static final LocalDate TODAY = LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/London"));
    private static final List<String> INDICATORS = List.of("local-jobs", "meals-on-time", "food-waste");

    private final Platform platform;
    private final Caller second;
    private final Caller portal;
    private final Caller evaluator;
    private final Caller outsider;

    StandstillIT(Platform platform) {
        this.platform = platform;
        this.second = Caller.person(platform, "buyer-mseft-two");
        this.portal = Caller.machine(platform, "machine-buyer-mseft");
        this.evaluator = Caller.person(platform, "evaluator-one");
        this.outsider = Caller.person(platform, "reporter-ecc");
    }

    /** A procurement whose one lot is decided. */
    private record Decided(Tendering tendering, String bid) {

        Response confirm(String more) {
            return tendering.step(
                    "contracts", "{\"signedOn\": \"%1$s\", \"startsOn\": \"%1$s\"%2$s}".formatted(TODAY, more));
        }
    }

    private Decided decided(String regime, String price) {
        var tendering = Tendering.published(platform, Duration.ofHours(1), List.of("evaluator-one"), regime);
        var acme = tendering.lodged(portal, bid("Acme", "1", price));
        tendering.passDeadline(platform);
        tendering.open(second);
        tendering.mark(evaluator, 66, List.of(acme));
        tendering.evaluate(acme, 66);
        tendering.award(acme);
        return new Decided(tendering, acme);
    }

    /** Its end is days away by the database's clock, which nobody moves from outside: until then there is no contract. */
    @Test
    void anAwardAboveTheThresholdWaitsForItsNoticeItsStandstillAndAnswers() {
        var decided = decided("PROCUREMENT_ACT_2023", "2170000");
        var tendering = decided.tendering();
        expect(409, decided.confirm("")).then().body("type", is("/problems/notice-missing"));
        expect(200, second.get(tendering.at("summaries/" + decided.bid())));
        expect(404, outsider.get(tendering.at("ocds")));

        var ends = LocalDate.parse(announced(tendering).jsonPath().getString("notice.standstillEnds"));
        assertTrue(ends.isAfter(TODAY.plusDays(8)), ends::toString);
        expect(200, outsider.get(tendering.at("ocds"))).then().body("releases[0].awards[0].status", is("pending"));
        expect(409, decided.confirm(""))
                .then()
                .body("type", is("/problems/standstill-lasts"))
                .body("detail", containsString(ends.toString()));

        objected(tendering);
        expect(409, decided.confirm("")).then().body("type", is("/problems/representations-unanswered"));
        answered(tendering);
        expect(409, decided.confirm("")).then().body("type", is("/problems/standstill-lasts"));
        expect(200, second.get(tendering.path())).then().body("state", is("AWARDED"));
    }

    private static Response announced(Tendering tendering) {
        return expect(200, tendering.step("award/notice", """
                {"notice": "2026/S 000-1", "publishedOn": "%1$s", "summariesSentOn": "%1$s"}""".formatted(TODAY)));
    }

    private static void objected(Tendering tendering) {
        expect(201, tendering.step("award/representations", """
                {"from": "Beta", "receivedOn": "%s", "about": "The marks are not explained"}""".formatted(TODAY)));
    }

    private static void answered(Tendering tendering) {
        expect(200, tendering.step("award/representations/1/answer", """
                {"answeredOn": "%s", "answer": "They are, with each reason"}""".formatted(TODAY)));
    }

    /** It is the contract that is worth so much, whatever the procurement was thought to be worth. */
    @Test
    void aContractAboveFiveMillionIsConfirmedWithThreeIndicatorsThatEverybodyReads() {
        var decided = decided("BELOW_THRESHOLD", "5000000.01");
        expect(422, decided.confirm("")).then().body("faults.rule", contains("too-few-indicators"));
        var sent = INDICATORS.stream()
                .map("{\"key\": \"%1$s\", \"title\": \"%1$s\", \"target\": \"As offered\"}"::formatted)
                .toList();
        var confirmed = expect(201, decided.confirm(", \"indicators\": {\"whole\": %s}".formatted(sent)));
        var contract = confirmed.jsonPath().getString("contracts[0].contract.id");
        expect(200, outsider.get("/api/social-value/v1/contracts/%s/indicators".formatted(contract)))
                .then()
                .body("indicators.key.sort()", is(INDICATORS.stream().sorted().toList()));
        var release = expect(200, outsider.get(decided.tendering().at("ocds")));
        release.then().body("releases[0].contracts[0].documents[0].url", containsString(contract + "/indicators"));
    }
}

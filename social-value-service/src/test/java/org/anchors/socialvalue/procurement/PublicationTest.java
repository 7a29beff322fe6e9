package org.anchors.socialvalue.procurement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.anchors.contracts.problem.Problem;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.evaluation.Example;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** scoring.md, "The parts of a methodology": what keeps a procurement from being published, and what is frozen then. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class PublicationTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    @Inject
    DataSource database;

    @Test
    void freezesTheMethodologyAsCanonicalJsonWithItsHash() {
        var tender = Tender.published();
        var shown = tender.read(Tender.BUYER);
        shown.then()
                .body("state", is("PUBLISHED"))
                .body("publishedAt", notNullValue())
                .body("draft", nullValue())
                .body("lots.key", contains("whole"))
                .body("lots[0].methodology.buyerType", is("NHS"))
                .body("lots[0].methodology.contractValueWithVat", is(3000000));
        var answer = shown.asString();
        var from = answer.indexOf("\"methodology\":") + "\"methodology\":".length();
        var frozen = answer.substring(from, answer.indexOf(",\"methodologyHash\""));
        assertEquals(Sha256.of(frozen), shown.jsonPath().getString("lots[0].methodologyHash"));

        refused(
                Tender.as(Tender.BUYER)
                        .header("If-Match", tender.etag())
                        .body(Tender.body())
                        .put(tender.path()),
                409);
        refused(tender.step("publication"), 409)
                .body("type", is("/problems/stage-does-not-allow"))
                .body("detail", containsString("PUBLISHED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update procurement_lot set methodology = '{}' where procurement = ?",
                "delete from procurement_lot where procurement = ?"
            })
    void theFrozenMethodologyCannotBeChangedInTheDatabaseEither(String change) throws SQLException {
        var tender = Tender.published();
        assertThrows(IllegalStateException.class, () -> tender.change(database, change));
    }

    @Test
    void refusesToPublishWithEveryFaultAtOnce() {
        var example = Example.read()
                .noticed(TODAY.plusDays(1))
                .with("/methodology/criteria/0/weight", "41")
                .with("/methodology/tieBreak/2", "\"LOWEST_PRICE\"")
                .with("/methodology/valuation", "{\"riskToLife\": [\"M9\"]}");
        var tender = Tender.drafted(Tender.body(Instant.parse("2020-01-01T00:00:00Z"), example));
        refused(tender.step("publication"), 422)
                .body(
                        "faults.at",
                        containsInAnyOrder(
                                "/bidDeadline",
                                "/methodology/criteria",
                                "/methodology/tieBreak/2",
                                "/methodology/noticeDate",
                                "/methodology/valuation"));
    }

    /** The policy is chosen by the notice's date: the minimum of the day of the notice counts, not that of today. */
    @Test
    void holdsSocialValueToTheMinimumOfTheNoticesDate() {
        var light = Example.ofToday()
                .with("/methodology/criteria/0/weight", "45")
                .with("/methodology/criteria/2/weight", "5");
        var body = Tender.body(Instant.now().plusSeconds(60), light);
        refused(Tender.drafted(body).step("publication"), 422)
                .body("faults.rule", contains("social-value-below-minimum"));
        light.noticed(LocalDate.of(2021, 3, 1))
                .with("/methodology/regime", "\"PCR_2015\"")
                .with("/methodology/earlierNotice", "{\"reason\": \"Late\", \"approver\": \"Director\"}");
        Tender.published(Tender.body(Instant.now().plusSeconds(60), light));
        light.with("/methodology/earlierNotice", "")
                .with("/methodology/regime", "\"PROCUREMENT_ACT_2023\"")
                .noticed(TODAY)
                .with("/methodology/waiver", "{\"reason\": \"Too small a market\", \"approver\": \"Director\"}");
        Tender.published(Tender.body(Instant.now().plusSeconds(60), light))
                .read(Tender.REPORTER)
                .then()
                .body("lots[0].methodology.waiver.approver", is("Director"));
    }

    /** Another law has another standstill, and other summaries. */
    @ParameterizedTest
    @CsvSource({
        "PCR_2015, 2015-02-25, not-in-force",
        "PCR_2015, 2025-02-23, ",
        "PCR_2015, 2025-02-24, not-in-force",
        "PROCUREMENT_ACT_2023, 2025-02-23, not-in-force",
        "PROCUREMENT_ACT_2023, 2025-02-24, ",
        "PROVIDER_SELECTION_REGIME, 2023-12-31, not-in-force",
        "PROVIDER_SELECTION_REGIME, 2024-01-01, ",
        "BELOW_THRESHOLD, 2014-01-01, "
    })
    void followsALawThatHoldsOnTheDayOfTheNotice(String regime, LocalDate notice, @Nullable String rule) {
        var example = Example.read()
                .noticed(notice)
                .with("/methodology/regime", "\"%s\"".formatted(regime))
                .with("/methodology/earlierNotice", "{\"reason\": \"Late\", \"approver\": \"Director\"}");
        Tender.drafted(Tender.body(Instant.parse("2099-01-01T00:00:00Z"), example))
                .check()
                .body(
                        "faults.findAll { it.at == '/methodology/regime' }.rule",
                        is(Stream.ofNullable(rule).toList()));
    }

    /** A day to come would choose a policy that is not in force when bids are taken. */
    @Test
    void isPublishedOnTheDayOfTheNoticeOrAfterIt() {
        var tomorrow = Example.read().noticed(TODAY.plusDays(1));
        Tender.drafted(Tender.body(Instant.parse("2099-01-01T00:00:00Z"), tomorrow))
                .check()
                .body("faults.at", contains("/methodology/noticeDate"))
                .body("faults.rule", contains("in-the-future"));
    }

    /** Otherwise an empty bid, from anybody, would leave all the others without an evaluation. */
    @Test
    void aPricePerQualityPointNeedsAPassMarkOfWhichRoundingLeavesSomething() {
        var perPoint = Example.ofToday()
                .with("/methodology/criteria/0/formula", "\"PRICE_PER_QUALITY_POINT\"")
                .with("/methodology/criteria/0/weight", "")
                .with("/methodology/criteria/1/weight", "90");
        Tender.published(Tender.body(Instant.now().plusSeconds(60), perPoint));
        var rounded = Example.ofToday()
                .with("/methodology/criteria/0/formula", "\"PRICE_PER_QUALITY_POINT\"")
                .with("/methodology/criteria/0/weight", "")
                .with("/methodology/criteria/1/weight", "90")
                .with("/methodology/criteria/1/parts/0/parts/1/passMark", "1")
                .with("/methodology/rounding", "{\"stage\": \"EVERY_STAGE\", \"places\": 0}");
        Tender.drafted(Tender.body(Instant.now().plusSeconds(60), rounded))
                .check()
                .body("faults.at", contains("/methodology/criteria/0/formula"))
                .body("faults.rule", contains("nothing-to-divide-by"));
        perPoint.with("/methodology/criteria/1/parts/0/parts/1/passMark", "");
        Tender.drafted(Tender.body(Instant.now().plusSeconds(60), perPoint))
                .check()
                .body("faults.at", contains("/methodology/criteria/0/formula"))
                .body("faults.rule", contains("nothing-to-divide-by"));
    }

    /** An old date would choose a policy that asks for less. */
    @Test
    void takesANoticeOfLongAgoWithAnApprovedReasonOnly() {
        var old = Example.read().noticed(TODAY.minusDays(91));
        var body = Tender.body(Instant.now().plusSeconds(60), old);
        refused(Tender.drafted(body).step("publication"), 422)
                .body("faults.at", contains("/methodology/noticeDate"))
                .body("faults.rule", contains("long-ago"));
        Tender.published(Tender.body(Instant.now().plusSeconds(60), old.noticed(TODAY.minusDays(90))));
        var reason = "{\"reason\": \"Second stage of two\", \"approver\": \"Head of procurement\"}";
        Tender.published(Tender.body(
                        Instant.now().plusSeconds(60),
                        old.noticed(TODAY.minusDays(91)).with("/methodology/earlierNotice", reason)))
                .read(Tender.REPORTER)
                .then()
                .body("lots[0].methodology.earlierNotice.reason", is("Second stage of two"));
    }

    @Test
    void freezesThatNoPolicyIsInForce() {
        var small = Example.ofToday().with("/methodology/regime", "\"BELOW_THRESHOLD\"");
        Tender.published(Tender.body(Instant.now().plusSeconds(60), small))
                .read(Tender.REPORTER)
                .then()
                .body("lots[0].methodology.policy", is("NONE"));
        var sworn = Example.ofToday().with("/methodology/policy", "\"NONE\"");
        refused(
                        Tender.drafted(Tender.body(Instant.now().plusSeconds(60), sworn))
                                .step("publication"),
                        422)
                .body("faults.rule", contains("policy-not-in-force"))
                .body("faults[0].mend", not(containsString("NONE")));
    }

    @Test
    void judgesLotsByMethodologiesOfTheirOwnUnderOneNotice() {
        var example = Example.ofToday();
        var other = Example.read().noticed(TODAY.minusDays(1));
        var lots = """
                "lots": [{"key": "north", "title": "North"}, {"key": "north", "title": "South", "methodology": %s}], "title\"""".formatted(other.at("/methodology"));
        var body = Tender.body(Instant.now().plusSeconds(60), example).replaceFirst("\"title\"", lots);
        refused(Tender.drafted(body).step("publication"), 422)
                .body("faults.rule", containsInAnyOrder("repeated", "another-notice"));
        var mended = body.replaceFirst("R-[0-9a-f-]+", Tender.reference())
                .replace(TODAY.minusDays(1).toString(), TODAY.toString())
                .replace("\"north\", \"title\": \"South\"", "\"south\", \"title\": \"South\"");
        Tender.published(mended)
                .read(Tender.REPORTER)
                .then()
                .body("lots.key", contains("north", "south"))
                .body("lots[1].methodologyHash.length()", is(64));
    }

    @Test
    void refusesToTakeLotsForBelowTheThresholdThatAreAboveItTogether() {
        var example = Example.ofToday()
                .with("/methodology/regime", "\"BELOW_THRESHOLD\"")
                .with("/methodology/contractValueWithVat", "3000000");
        var other = Example.ofToday()
                .with("/methodology/regime", "\"BELOW_THRESHOLD\"")
                .with("/methodology/contractValue", "2000000")
                .with("/methodology/contractValueWithVat", "2372609");
        var lots = """
                "lots": [{"key": "north", "title": "North"}, {"key": "south", "title": "South", "methodology": %s}], "title\"""".formatted(other.at("/methodology"));
        var body = Tender.body(Instant.now().plusSeconds(60), example);
        refused(Tender.drafted(body.replaceFirst("\"title\"", lots)).step("publication"), 422)
                .body("faults.rule", contains("above-every-threshold", "above-every-threshold"));
        Tender.published(body.replaceFirst("R-[0-9a-f-]+", Tender.reference()));
    }

    /** PPN 026 asks for 10 % from 1,000,000 GBP on. */
    @Test
    void holdsLotsToTheMinimumForTheirValueTogether() {
        var light = Example.ofToday()
                .with("/methodology/criteria/0/weight", "45")
                .with("/methodology/criteria/2/weight", "5")
                .with("/methodology/buyerType", "\"CENTRAL_GOVERNMENT\"")
                .with("/methodology/noticeDate", "\"2027-01-15\"")
                .with("/methodology/contractValue", "500000")
                .with("/methodology/contractValueWithVat", "600000");
        var body = Tender.body(Instant.parse("2099-01-01T00:00:00Z"), light);
        var other = light.with("/methodology/contractValue", "400000").at("/methodology");
        var lots = """
                "lots": [{"key": "north", "title": "North"}, {"key": "south", "title": "South", "methodology": %s}], "title\"""".formatted(other);
        Tender.drafted(body.replaceFirst("\"title\"", lots))
                .check()
                .body(
                        "faults.findAll { it.rule == 'social-value-below-minimum' }.at",
                        contains("/methodology/criteria", "/lots/1/methodology/criteria"));
        Tender.drafted(body.replaceFirst("R-[0-9a-f-]+", Tender.reference()))
                .check()
                .body("faults.rule", not(hasItem("social-value-below-minimum")));
    }

    private static ValidatableResponse refused(Response answer, int status) {
        return answer.then().statusCode(status).contentType(Problem.MEDIA_TYPE);
    }
}

package org.anchors.socialvalue.procurement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
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
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.testing.CreationRules;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.evaluation.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** scoring.md, "The parts of a methodology": procurements as drafts, and their publication. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class ProcurementsTest extends CreationRules {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

    @Inject
    DataSource database;

    @Override
    protected String path() {
        return Tender.PATH;
    }

    @Override
    protected String newBody() {
        return Tender.body();
    }

    @Override
    protected String allowed() {
        return Tender.BUYER;
    }

    @Override
    protected String disallowed() {
        return Tender.EVALUATOR_ONE;
    }

    @Test
    void showsOutsidersNothingOfTheStagesBetweenPublicationAndContract() {
        var tender = Tender.published();
        Lodged.reference(tender, Lodged.body("Acme", "3"));
        var before = tender.read(Tender.REPORTER);
        tender.open(database).appoint("evaluator-one");
        var after = tender.read(Tender.REPORTER);
        assertEquals(before.header("ETag"), after.header("ETag"));
        assertEquals("PUBLISHED", after.path("state"));
        assertEquals((String) before.path("since"), after.path("since"));
        assertEquals("OPENED", tender.read(Tender.BUYER).path("state"));
        assertEquals("OPENED", tender.read(Tender.EVALUATOR_ONE).path("state"));
        for (var state : List.of("OPENED", "PUBLISHED")) {
            var asked = Tender.PATH + "?limit=200&buyer=mseft&state=" + state;
            assertEquals(state.equals("PUBLISHED"), listed(Tender.REPORTER, asked, tender));
            assertEquals(state.equals("OPENED"), listed(Tender.BUYER, asked, tender));
        }
    }

    private static boolean listed(String token, String asked, Tender tender) {
        for (var next = ""; next != null; ) {
            var page = Tender.as(token).get(asked + (next.isEmpty() ? "" : "&after=" + next));
            page.then().statusCode(200);
            if (page.jsonPath().getList("items.id").contains(tender.id())) {
                return true;
            }
            next = page.path("next");
        }
        return false;
    }

    @Test
    void takesADraftThatSaysLittleAndTellsWhatItLacks() {
        var tender = Tender.drafted("{\"reference\": \"%s\", \"title\": \"Catering\"}".formatted(Tender.reference()));
        tender.read(Tender.BUYER)
                .then()
                .statusCode(200)
                .body("state", is("DRAFT"))
                .body("buyer", is("mseft"))
                .body("draft.title", is("Catering"))
                .body("lots", nullValue());
        Tender.as(Tender.AUDITOR)
                .get(tender.at("check"))
                .then()
                .statusCode(200)
                .body("faults.at", containsInAnyOrder("/bidDeadline", "/methodology"))
                .body("warnings", empty());
        refused(tender.step("publication"), 422).body("faults.at", containsInAnyOrder("/bidDeadline", "/methodology"));
        tender.read(Tender.BUYER).then().body("state", is("DRAFT"));
    }

    @Test
    void changesADraftOnTheVersionThatWasRead() {
        var tender = Tender.drafted(Tender.body());
        var changed = Tender.body();
        refused(Tender.as(Tender.BUYER).body(changed).put(tender.path()), 428);
        refused(
                Tender.as(Tender.BUYER)
                        .header("If-Match", "\"7\"")
                        .body(changed)
                        .put(tender.path()),
                412);
        Tender.as(Tender.SECOND_BUYER)
                .header("If-Match", tender.etag())
                .body(changed.replace("Catering", "Cleaning"))
                .put(tender.path())
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("title", is("Cleaning"))
                .body("faults", empty());
    }

    /** Nobody has to ask for the warnings; the world is not told of them. */
    @Test
    void warnsOfWhatTheMethodologyDoesUntilItIsPublished() {
        var example = Example.ofToday()
                .with("/methodology/criteria/0/formula", "\"MIN_MAX\"")
                .with("/methodology/gates", "[\"carbon-reduction-plan\", \"modern-slavery-assessment\"]");
        var body = Tender.body(Instant.now().plusSeconds(600), example);
        var tender = Tender.drafted(body);
        var rules =
                List.of("CLOSE_PRICES_FAR_APART", "LOSING_BID_DECIDES", "SOCIAL_VALUE_OUTWEIGHED", "LITTLE_GETS_ALL");
        tender.check().body("warnings.rule", is(rules));
        tender.step("publication")
                .then()
                .statusCode(200)
                .body("state", is("PUBLISHED"))
                .body("warnings.rule", is(rules))
                .body("warnings.methodology", everyItem(is("/methodology")))
                .body("warnings[0].at", is("price"));
        tender.read(Tender.BUYER).then().body("warnings", nullValue());
        refused(Tender.as(Tender.BUYER).get(tender.at("check")), 409);
    }

    /** However many lots it has: what there is to be said of it is said to its author, and to whoever asks. */
    @Test
    void showsADraftAsItWasSentAndLooksThroughItWhenAsked() {
        var made = Tender.as(Tender.BUYER).body(Tender.body()).post(Tender.PATH);
        made.then().body("faults", empty()).body("warnings.rule", not(empty()));
        Tender.as(Tender.BUYER)
                .get(made.header("Location"))
                .then()
                .body("faults", nullValue())
                .body("warnings", nullValue());
        refused(Tender.as(Tender.OTHER_BUYER).get(made.header("Location") + "/check"), 404);
        refused(Tender.as(Tender.REPORTER).get(made.header("Location") + "/check"), 403);
    }

    @Test
    void warnsOfEachMethodologyThatIsWithoutFaults() {
        var example = Example.ofToday().with("/methodology/gates", "[\"carbon-reduction-plan\"]");
        var other =
                Example.ofToday().with("/methodology/criteria/0/weight", "1").at("/methodology");
        var tender = Tender.drafted(
                Tender.body(Instant.now().plusSeconds(600), example).replaceFirst("\"title\"", """
                        "lots": [{"key": "north", "title": "North"}, {"key": "south", "title": "South", "methodology": %s}], "title\"""".formatted(other)));
        tender.check()
                .body("faults.at", contains("/lots/1/methodology/criteria"))
                .body("warnings.methodology", everyItem(is("/methodology")))
                .body("warnings.rule", contains("GATE_MISSING", "LITTLE_GETS_ALL"));
    }

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
        var example = Example.ofToday()
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
                .with("/methodology/earlierNotice", "{\"reason\": \"Late\", \"approver\": \"Director\"}");
        Tender.published(Tender.body(Instant.now().plusSeconds(60), light));
        light.with("/methodology/earlierNotice", "")
                .noticed(TODAY)
                .with("/methodology/waiver", "{\"reason\": \"Too small a market\", \"approver\": \"Director\"}");
        Tender.published(Tender.body(Instant.now().plusSeconds(60), light))
                .read(Tender.REPORTER)
                .then()
                .body("lots[0].methodology.waiver.approver", is("Director"));
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
        refused(Tender.drafted(body.replaceFirst("\"title\"", lots)).step("publication"), 422)
                .body("faults.rule", contains("social-value-below-minimum", "social-value-below-minimum"));
        Tender.published(body.replaceFirst("R-[0-9a-f-]+", Tender.reference()));
    }

    @Test
    void showsADraftToItsBuyersOfficersAndTheAuditorOnly() {
        var tender = Tender.drafted(Tender.body());
        tender.read(Tender.SECOND_BUYER).then().statusCode(200);
        tender.read(Tender.AUDITOR).then().statusCode(200);
        var nobodys = UUID.randomUUID().toString();
        for (var token : List.of(Tender.OTHER_BUYER, Tender.EVALUATOR_ONE, Tender.REPORTER)) {
            assertSameRefusal(
                    nobodys, Tender.as(token).get(Tender.PATH + "/" + nobodys), tender.id(), tender.read(token));
        }
        assertSameRefusal(
                nobodys,
                Tender.as(Tender.OTHER_BUYER)
                        .header("If-Match", "\"0\"")
                        .noContentType()
                        .post(Tender.PATH + "/" + nobodys + "/publication"),
                tender.id(),
                Tender.as(Tender.OTHER_BUYER)
                        .header("If-Match", "\"0\"")
                        .noContentType()
                        .post(tender.at("publication")));
        Tender.as(Tender.OTHER_BUYER)
                .get(Tender.PATH + "?buyer=mseft&state=DRAFT")
                .then()
                .body("items", empty());
        refused(
                Tender.as(Tender.AUDITOR)
                        .header("If-Match", "\"0\"")
                        .noContentType()
                        .post(tender.at("publication")),
                403);
    }

    private static void assertSameRefusal(String nobodys, Response unknown, String id, Response foreign) {
        refused(foreign, 404);
        assertEquals(
                unknown.asString().replace(nobodys, "ID").replaceAll("\"requestId\":\"[^\"]*\"", ""),
                foreign.asString().replace(id, "ID").replaceAll("\"requestId\":\"[^\"]*\"", ""));
    }

    @Test
    void showsWhatIsPublishedToEverybodyWithARole() {
        var tender = Tender.published();
        for (var token : List.of(Tender.OTHER_BUYER, Tender.EVALUATOR_ONE, Tender.REPORTER, Tender.AUDITOR)) {
            tender.read(token).then().statusCode(200).body("lots[0].methodology.termYears", is(3));
        }
        refused(
                Tender.as(Tender.OTHER_BUYER)
                        .header("If-Match", tender.etag())
                        .body("{\"reason\": \"x\"}")
                        .post(tender.at("cancellation")),
                404);
    }

    @Test
    void listsPageByPageWithinAState() {
        var first = Tender.published();
        var second = Tender.published();
        var draft = Tender.drafted(Tender.body());
        var ids = readAll(Tender.REPORTER, Tender.PATH + "?buyer=mseft&state=PUBLISHED&limit=1");
        assertEquals(
                List.of(true, true, false),
                List.of(ids.contains(first.id()), ids.contains(second.id()), ids.contains(draft.id())));
        Tender.as(Tender.BUYER)
                .get(Tender.PATH + "?state=DRAFT&limit=200")
                .then()
                .body("items.state", everyItem(is("DRAFT")))
                .body("items.id", hasItem(draft.id()))
                .body("items.id", not(hasItem(first.id())));
    }

    private static List<String> readAll(String token, String address) {
        var ids = new java.util.ArrayList<String>();
        var next = "";
        do {
            var page = Tender.as(token)
                    .get(address + (next.isEmpty() ? "" : "&after=" + next))
                    .jsonPath();
            ids.addAll(page.getList("items.id"));
            next = page.getString("next");
        } while (next != null);
        return ids;
    }

    @Test
    void hasOneProcurementOfAReference() {
        var body = Tender.body();
        Tender.drafted(body);
        refused(Tender.as(Tender.BUYER).body(body).post(Tender.PATH), 409)
                .body("type", is("/problems/procurement-exists"));
        Tender.as(Tender.OTHER_BUYER)
                .body(body)
                .post(Tender.PATH)
                .then()
                .statusCode(201)
                .body("buyer", is("ecc"));
    }

    @Test
    void cancelsWithAReasonOnce() {
        var tender = Tender.published();
        refused(tender.step(Tender.BUYER, "cancellation", "{}"), 422).body("faults.at", contains("/reason"));
        tender.step(Tender.BUYER, "cancellation", "{\"reason\": \"No budget\"}")
                .then()
                .statusCode(200)
                .body("state", is("CANCELLED"))
                .body("cancelledFor", is("No budget"));
        refused(tender.step(Tender.BUYER, "cancellation", "{\"reason\": \"No budget\"}"), 409);
    }
}

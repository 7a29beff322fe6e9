package org.anchors.socialvalue.procurement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.anchors.kit.testing.CreationRules;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.evaluation.Example;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** scoring.md, "The parts of a methodology": procurements as drafts, and their publication. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class ProcurementsTest extends CreationRules {

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

    /** Whoever notes a deed holds up everybody else who would note one; drafts can take long to look through. */
    @Test
    void othersWriteWhileADraftIsLookedThrough() throws SQLException {
        var tender = Tender.drafted(Tender.body());
        var request = Tender.as(Tender.BUYER).header("If-Match", tender.etag()).body(Tender.body());
        try (var looking = database.getConnection();
                var change = looking.createStatement()) {
            looking.setAutoCommit(false);
            change.execute("lock table signature in access exclusive mode");
            var answer = CompletableFuture.supplyAsync(() -> request.put(tender.path()));
            try {
                waitUntilSomebodyWaitsFor("signature");
                assertDoesNotThrow(() -> execute("select seq from audit_head for update nowait"));
            } finally {
                looking.rollback();
                looking.setAutoCommit(true);
            }
            answer.join().then().statusCode(200);
        }
    }

    private void waitUntilSomebodyWaitsFor(String table) {
        Awaitility.await("Somebody waits for " + table)
                .atMost(Duration.ofMinutes(1))
                .until(() -> execute(
                        "select 1 from pg_locks where not granted and relation = '%s'::regclass".formatted(table)));
    }

    /** Whether it found anything. */
    private boolean execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            return rows.next();
        }
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

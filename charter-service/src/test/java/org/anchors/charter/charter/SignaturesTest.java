package org.anchors.charter.charter;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.CreationRules;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.PublishedEvents;
import org.anchors.kit.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** reporting.md, What it owns: signatures and the gap list. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class SignaturesTest extends CreationRules {

    private static final String EDITIONS = "/api/charter/v1/editions";
    private static final String MADE_UP = EDITIONS + "/2077-80/signatures";

    @Inject
    EntityManager database;

    @Override
    protected String path() {
        return MADE_UP;
    }

    @Override
    protected String newBody() {
        return proposal(newOrganisation());
    }

    @Override
    protected String allowed() {
        return Tokens.of("anchor-team", "mse-icp", Role.ANCHOR_TEAM);
    }

    @Override
    protected String disallowed() {
        return Tokens.of("approver-mseft", "mseft", Role.PARTNER_APPROVER);
    }

    @Inject
    Signatories signatories;

    @BeforeEach
    void makeUpAnEdition() {
        execute("insert into charter_edition (edition, first_year, last_year) values ('2077-80', 2077, 2079)");
    }

    /** Other tests count what is in the reference data. */
    @AfterEach
    void forgetTheMadeUp() {
        execute("delete from signature where edition = '2077-80'");
        execute("delete from charter_edition where edition = '2077-80'");
        execute("delete from organisation_name where organisation like 'made-up-%'");
        execute("delete from organisation where key like 'made-up-%'");
    }

    @Test
    void between2021And2024NineContinueThirteenAreNewFourDroppedAndRochfordIsOnNeither() {
        as(allowed())
                .get(EDITIONS + "/2024-27/gaps?since=2021-24")
                .then()
                .statusCode(200)
                .body("continuing.count", is(9))
                .body(
                        "continuing.organisations.key",
                        contains(
                                "ecc", "eeast", "eput", "mse-icp", "mseft", "nelft", "provide", "southend", "thurrock"))
                .body("new.count", is(13))
                .body(
                        "new.organisations.key",
                        contains(
                                "aru",
                                "basildon",
                                "braintree",
                                "brentwood",
                                "castlepoint",
                                "chelmsford",
                                "dwp",
                                "fire",
                                "maldon",
                                "mse-icb",
                                "police",
                                "sec",
                                "uoe"))
                .body("dropped.count", is(4))
                .body("dropped.organisations.key", contains("hw-essex", "hw-southend", "hw-thurrock", "thurrock-cvs"))
                .body("dropped.organisations.earlier", contains("SIGNED", "SIGNED", "SIGNED", "SIGNED"))
                .body("onNeither.count", is(1))
                .body("onNeither.organisations.key", contains("rochford"))
                .body("onNeither.organisations.name", contains("Rochford District Council"));
        as(allowed()).get(EDITIONS + "/2024-27/gaps").then().body("since", is("2021-24"));
        refused(as(allowed()).get(EDITIONS + "/2021-24/gaps"), 404);
        refused(as(allowed()).get(EDITIONS + "/2021-24/gaps?since=2024-27"), 404);
    }

    @Test
    void aCouncilForVoluntaryServiceSignedForNine() {
        as(allowed())
                .get(EDITIONS + "/2021-24/signatures/thurrock-cvs-2021-24-1")
                .then()
                .statusCode(200)
                .body("state", is("SIGNED"))
                .body("onBehalfOf.organisations", is(9));
        as(allowed()).get(EDITIONS + "/2021-24/signatures?state=SIGNED").then().body("items", hasSize(13));
    }

    @Test
    void aSignatureIsProposedSignedAndWithdrawnAndThenProposedAgain() {
        var organisation = newOrganisation();
        var location = propose(organisation).header("Location");
        refused(as(allowed()).body(proposal(organisation)).post(MADE_UP), 409)
                .body("type", is("/problems/signature-exists"));
        refused(step(location, "withdrawal", 0, "{\"on\": \"2025-06-01\", \"reason\": \"left\"}"), 409)
                .body("type", is("/problems/signature-state"));
        step(location, "signing", 0, "{\"role\": \"Chair\", \"on\": \"2025-05-01\"}")
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("state", is("SIGNED"))
                .body("role", is("Chair"));
        refused(as(allowed()).body(proposal(organisation)).post(MADE_UP), 409);
        refused(step(location, "signing", 0, "{\"on\": \"2025-05-01\"}"), 412);
        refused(as(allowed()).body("{\"on\": \"2025-05-01\"}").post(location + "/withdrawal"), 428);
        step(location, "withdrawal", 1, "{\"on\": \"2025-06-01\", \"reason\": \"left\"}")
                .then()
                .statusCode(200)
                .body("state", is("WITHDRAWN"))
                .body("signedOn", is("2025-05-01"))
                .body("endedOn", is("2025-06-01"));
        propose(organisation).then().statusCode(201).body("reference", is(organisation + "-2077-80-2"));
        var told = PublishedEvents.await(Topic.CHARTER, organisation, 4);
        told.forEach(message -> assertEquals(List.of(), PublishedEvents.schemaFaultsOf(message)));
        assertEquals(
                List.of("PROPOSED", "SIGNED", "WITHDRAWN", "PROPOSED"),
                told.stream()
                        .map(message -> JsonPath.from(message.value()).getString("state"))
                        .toList());
        assertEquals(
                List.of("signature-proposed", "charter-signed", "signature-withdrawn", "signature-proposed"),
                deeds(organisation));
    }

    private List<String> deeds(String organisation) {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select deed from audit_entry where object like :object order by seq", String.class)
                .setParameter("object", "editions/2077-80/signatures/" + organisation + "%")
                .getResultList());
    }

    /** reporting.md, Consolidating: who had signed when a year began is expected to report for it. */
    @Test
    void aSignatureThatEndedStillCountsForTheYearsThatHadBegun() {
        var organisation = newOrganisation();
        step(signed(MADE_UP, organisation), "withdrawal", 1, "{\"on\": \"2025-06-01\", \"reason\": \"left\"}");
        execute("update signature set ended_on = '2078-05-01', state = 'SUPERSEDED', withdrawn_reason = null,"
                + " superseded_by = 'mseft-2024-27-1' where organisation = '%s'".formatted(organisation));
        assertEquals(List.of(true, true, false), expectedFrom2077To2079(organisation, null));
        assertEquals(List.of(true, true, false), expectedFrom2077To2079(organisation, Instant.now()));
    }

    /** What was only proposed is owed by nobody: a year is reported when it is over. */
    @Test
    void whoeverIsSucceededBeforeSigningIsExpectedForTheYearsThatHaveEnded() {
        var organisation = newOrganisation();
        propose(organisation).then().statusCode(201);
        var before = Instant.now();
        succeed(organisation, "2078-05-01");
        assertEquals(List.of(true, false, false), expectedFrom2077To2079(organisation, null));
        assertEquals(List.of(true, false, false), expectedFrom2077To2079(organisation, Instant.now()));
        assertEquals(List.of(true, true, true), expectedFrom2077To2079(organisation, before));
    }

    /** Decision 0010: nobody owes the report of a year that was over before. */
    @Test
    void whoeverIsProposedOrEstablishedLaterIsExpectedFromTheYearInWhichThatWas() {
        var late = newOrganisation();
        propose(late).then().statusCode(201);
        execute("update signature set proposed_on = '2079-03-31' where organisation = '%s'".formatted(late));
        var young = newOrganisation();
        propose(young).then().statusCode(201);
        execute("update organisation set established = '2079-04-01' where key = '%s'".formatted(young));
        assertEquals(List.of(false, true, true), expectedFrom2077To2079(late, null));
        assertEquals(List.of(false, false, true), expectedFrom2077To2079(young, null));
        var instant = Instant.now();
        assertEquals(List.of(false, true, true), expectedFrom2077To2079(late, instant));
        assertEquals(List.of(false, false, true), expectedFrom2077To2079(young, instant));
        execute("update signature set state = 'SIGNED', signed_on = '2080-01-01' where organisation = '%s'"
                .formatted(late));
        assertEquals(List.of(false, true, true), expectedFrom2077To2079(late, null));
        assertEquals(List.of(false, true, true), expectedFrom2077To2079(late, Instant.now()));
    }

    /** The list of 2024 does not say when it was drawn up: whoever is on it was on it from the beginning, also once it is signed. */
    @Test
    void whoWasProposedOnAnUnknownDayIsExpectedFromTheBeginning() {
        var organisation = newOrganisation();
        propose(organisation).then().statusCode(201);
        execute(
                "update signature set proposed_on = null, state = 'SIGNED', signed_on = '2079-06-01' where organisation = '%s'"
                        .formatted(organisation));
        assertEquals(List.of(true, true, true), expectedFrom2077To2079(organisation, null));
        assertEquals(List.of(true, true, true), expectedFrom2077To2079(organisation, Instant.now()));
        assertEquals(22, QuarkusTransaction.requiringNew().call(() -> signatories
                .expected(new ReportingYear(2024), Signatories.Filter.NONE, null)
                .size()));
    }

    @Test
    void whoeverIsSucceededBeforeSigningIsOnTheGapListNoLonger() {
        var organisation = newOrganisation();
        propose(organisation).then().statusCode(201);
        as(allowed()).get(EDITIONS + "/2077-80/gaps").then().body("new.organisations.key", contains(organisation));
        succeed(organisation, "2025-05-01");
        assertEquals(List.of(false, false, false), expectedFrom2077To2079(organisation, null));
        as(allowed())
                .get(EDITIONS + "/2077-80/gaps")
                .then()
                .body("new.organisations", empty())
                .body("onNeither.organisations.key", not(hasItem(organisation)));
    }

    @Test
    void aSuccessionIsSeenByWhoeverCountsCompleteness() {
        execute("insert into reporting_year (year, opens, due) values (2077, '2078-04-01', '2078-06-30')");
        try {
            var organisation = newOrganisation();
            propose(organisation).then().statusCode(201);
            consolidated().body("completeness.missing", contains(organisation));
            succeed(organisation, "2025-05-01");
            consolidated().body("completeness.missing", empty());
        } finally {
            execute("delete from reporting_year where year = 2077");
        }
    }

    private ValidatableResponse consolidated() {
        return as(allowed()).get("/api/charter/v1/consolidated/2077-78").then().statusCode(200);
    }

    private void succeed(String organisation, String on) {
        succeed(organisation, "mseft", on);
    }

    private void succeed(String organisation, String successor, String on) {
        as(allowed())
                .header("If-Match", "\"0\"")
                .body("{\"successor\": \"%s\", \"on\": \"%s\"}".formatted(successor, on))
                .post("/api/charter/v1/organisations/%s/succession".formatted(organisation))
                .then()
                .statusCode(200);
    }

    private List<Boolean> expectedFrom2077To2079(String organisation, @Nullable Instant knownOn) {
        return IntStream.rangeClosed(2077, 2079)
                .mapToObj(year -> QuarkusTransaction.requiringNew().call(() -> signatories
                        .expected(new ReportingYear(year), Signatories.Filter.NONE, knownOn)
                        .contains(organisation)))
                .toList();
    }

    @Test
    void aLaterSignatureTakesThePlaceOfAnEarlierOne() {
        execute("insert into charter_edition (edition, first_year, last_year) values ('2080-83', 2080, 2082)");
        try {
            var organisation = newOrganisation();
            var earlier = signed(MADE_UP, organisation);
            var later = signed(EDITIONS + "/2080-83/signatures", organisation);
            var unrelated = signed(MADE_UP, newOrganisation());
            for (var wrong : List.of(nameOf(unrelated), nameOf(earlier), "nobody")) {
                refused(step(earlier, "supersession", 1, superseded(wrong)), 422)
                        .body("faults.rule", contains("no-replacement"));
            }
            step(earlier, "supersession", 1, superseded(nameOf(later)))
                    .then()
                    .statusCode(200)
                    .body("state", is("SUPERSEDED"))
                    .body("supersededBy", is(nameOf(later)));
            as(allowed())
                    .get(EDITIONS + "/2080-83/gaps")
                    .then()
                    .body("continuing.organisations.key", hasItem(organisation))
                    .body("new.organisations", empty());
        } finally {
            execute("delete from signature where edition = '2077-80'");
            execute("delete from signature where edition = '2080-83'");
            execute("delete from charter_edition where edition = '2080-83'");
        }
    }

    /** Decision 0010: a successor continues what its predecessor signed, also where it signs the same edition in its place. */
    @Test
    void whoTakesAPlaceUnderTheSameEditionContinuesAndItsPredecessorDoesNot() {
        execute("insert into charter_edition (edition, first_year, last_year) values ('2080-83', 2080, 2082)");
        try {
            var edition = EDITIONS + "/2080-83/signatures";
            var gone = newOrganisation();
            signed(MADE_UP, gone);
            var replaced = signed(edition, gone);
            var successor = newOrganisation();
            var replacement = signed(edition, successor);
            succeed(gone, successor, "2025-05-01");
            step(replaced, "supersession", 1, superseded(nameOf(replacement)))
                    .then()
                    .statusCode(200);
            as(allowed())
                    .get(EDITIONS + "/2080-83/gaps")
                    .then()
                    .body("continuing.organisations.key", contains(successor))
                    .body("continuing.organisations.later", contains("SIGNED"))
                    .body("new.organisations", empty())
                    .body("dropped.organisations", empty());
        } finally {
            execute("delete from signature where edition = '2077-80'");
            execute("delete from signature where edition = '2080-83'");
            execute("delete from charter_edition where edition = '2080-83'");
        }
    }

    @Test
    void aFaultyStepComesBackWithAllItsFaults() {
        refused(as(allowed()).body("""
                                {"organisation": "thurrock-ccg", "on": "2999-01-01", "onBehalfOf": {"whom": ""}}""").post(MADE_UP), 422)
                .body(
                        "faults.at",
                        containsInAnyOrder(
                                "/organisation", "/on", "/role", "/onBehalfOf/whom", "/onBehalfOf/organisations"));
        var location = propose(newOrganisation()).header("Location");
        refused(step(location, "signing", 0, "{\"on\": \"1999-01-01\", \"by\": \"me\"}"), 422)
                .body("faults.rule", containsInAnyOrder("before-it-was-proposed", "unknown-field"));
        refused(as(allowed()).body(newBody()).post(EDITIONS + "/1999-02/signatures"), 404);
    }

    @Test
    void theReferenceDataIsToldToTheOthers() {
        var told = PublishedEvents.await(Topic.CHARTER, "mse-icb");
        assertEquals(
                List.of(),
                told.stream()
                        .flatMap(message -> PublishedEvents.schemaFaultsOf(message).stream())
                        .toList());
    }

    private Response propose(String organisation) {
        return as(allowed()).body(proposal(organisation)).post(MADE_UP);
    }

    private String signed(String path, String organisation) {
        var location = as(allowed()).body(proposal(organisation)).post(path).header("Location");
        step(location, "signing", 0, "{\"on\": \"2025-05-01\"}").then().statusCode(200);
        return location;
    }

    private Response step(String location, String step, int version, String body) {
        return as(allowed())
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post(location + "/" + step);
    }

    private String newOrganisation() {
        var key = "made-up-" + UUID.randomUUID().toString().substring(0, 8);
        execute("""
                insert into organisation (key, name, sector, places, alliances, level, note)
                values ('%s', 'Made up', 'Fire', '{}', '{}', 'place', '')
                """.formatted(key));
        execute("insert into organisation_name (organisation, position, name) values ('%s', 0, 'Made up')"
                .formatted(key));
        return key;
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }

    private static String proposal(String organisation) {
        return "{\"organisation\": \"%s\", \"role\": \"Chief Executive\", \"on\": \"2025-04-01\"}"
                .formatted(organisation);
    }

    private static String superseded(String by) {
        return "{\"on\": \"2025-06-01\", \"by\": \"%s\"}".formatted(by);
    }

    private static String nameOf(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}

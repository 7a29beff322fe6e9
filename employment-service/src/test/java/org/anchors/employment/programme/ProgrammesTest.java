package org.anchors.employment.programme;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.CreationRules;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.PublishedEvents;
import org.anchors.kit.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class ProgrammesTest extends CreationRules {

    private static final String PATH = "/api/employment/v1/programmes";
    private static final String PROVIDER = Tokens.of("provider-academy", "mse-icb", Role.PROGRAMME_PROVIDER);
    private static final String OTHER_PROVIDER = Tokens.of("provider-eput", "eput", Role.PROGRAMME_PROVIDER);
    private static final String ANCHOR_TEAM = Tokens.of("anchor-team", "mse-icp", Role.ANCHOR_TEAM);
    private static final String AUDITOR = Tokens.of("auditor", "mse-icp", Role.AUDITOR);

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String newBody() {
        return body(newKey(), "mse-icb");
    }

    @Override
    protected String allowed() {
        return PROVIDER;
    }

    @Override
    protected String disallowed() {
        return Tokens.of("reporter-mseft", "mseft", Role.PARTNER_REPORTER);
    }

    @Test
    void showsAProgrammeAsItWasRegistered() {
        var key = newKey();
        var made = as(PROVIDER).body(body(key, "mse-icb")).post(PATH);
        made.then()
                .statusCode(201)
                .body("key", is(key))
                .body("name", is("Health and Care Academy"))
                .body("provider", is("mse-icb"))
                .body("deliveryPartners", contains("sec", "mseft"))
                .body("startsOn", is("2022-09-05"))
                .body("lengthWeeks", is(6))
                .body("places", is(120))
                .body("targetGroups", contains("care-leaver", "16-24"))
                .body("outcomeRule", is("THREE_MONTHS"))
                .body("funding.source", is("Integrated care board"))
                .body("funding.currency", is("GBP"));
        assertTrue(made.asString().contains("\"amount\":250000.10"), made.asString());
        for (var reader : List.of(PROVIDER, ANCHOR_TEAM, AUDITOR)) {
            assertEquals(made.asString(), as(reader).get(PATH + "/" + key).asString());
        }
    }

    @Test
    void registersTheLeastThatCanBeSaid() {
        var key = newKey();
        as(PROVIDER)
                .body("""
                        {"key": "%s", "name": "Anchor Ambition", "provider": "mse-icb", "outcomeRule": "IPS"}""".formatted(key))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("deliveryPartners", empty())
                .body("startsOn", nullValue())
                .body("funding", nullValue());
    }

    @Test
    void announcesTheProgramme() throws IOException {
        var key = newKey();
        as(PROVIDER).body(body(key, "mse-icb")).post(PATH).then().statusCode(201);

        var told = PublishedEvents.await(Topic.EMPLOYMENT, key);
        assertEquals(1, told.size());
        assertEquals(List.of(), PublishedEvents.schemaFaultsOf(told.getFirst()));
        var headers = PublishedEvents.headersOf(told.getFirst());
        assertEquals("1.0", headers.get("ce_specversion"));
        assertEquals("org.anchors.employment.programme-registered.v1", headers.get("ce_type"));
        assertEquals("/employment-service", headers.get("ce_source"));
        assertEquals(key, headers.get("ce_subject"));
        assertEquals("application/json", headers.get("content-type"));
        assertEquals(4, UUID.fromString(headers.getOrDefault("ce_id", "")).version());
        var event = new ObjectMapper().readTree(told.getFirst().value());
        assertEquals("mse-icb", event.path("provider").asText());
        assertEquals("2022-09-05", event.path("startsOn").asText());
    }

    @Test
    void answersAForeignProgrammeExactlyAsOneThatDoesNotExist() {
        var foreign = newKey();
        var nobodys = newKey();
        as(PROVIDER).body(body(foreign, "mse-icb")).post(PATH).then().statusCode(201);

        assertEquals(
                refusalOf(nobodys, as(OTHER_PROVIDER).get(PATH + "/" + nobodys).asString()),
                refusalOf(foreign, as(OTHER_PROVIDER).get(PATH + "/" + foreign).asString()));
        refused(as(OTHER_PROVIDER).get(PATH + "/" + foreign), 404);
        as(OTHER_PROVIDER)
                .get(PATH + "?provider=mse-icb")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void registersProgrammesOfItsOwnOrganisationOnly() {
        refused(as(PROVIDER).body(body(newKey(), "eput")).post(PATH), 404);
        as(ANCHOR_TEAM).body(body(newKey(), "eput")).post(PATH).then().statusCode(201);
        var readsAll = Tokens.of("both", "mse-icp", Role.PROGRAMME_PROVIDER, Role.AUDITOR);
        refused(as(readsAll).body(body(newKey(), "eput")).post(PATH), 404);
    }

    @Test
    void refusesAKeyThatIsTaken() {
        var key = newKey();
        as(PROVIDER).body(body(key, "mse-icb")).post(PATH).then().statusCode(201);
        refused(as(PROVIDER).body(body(key, "mse-icb")).post(PATH), 409).body("type", is("/problems/programme-exists"));
    }

    @Test
    void changesWhatIsSaidAboutOneAndKeepsWhatWasSaidBefore() throws IOException {
        var key = newKey();
        as(PROVIDER).body(body(key, "mse-icb")).post(PATH).then().statusCode(201);
        var one = PATH + "/" + key;
        var changed = body(key, "mse-icb").replaceAll("\"name\": \"[^\"]*\"", "\"name\": \"Renamed Academy\"");
        refused(as(PROVIDER).body(changed).put(one), 428);
        as(PROVIDER)
                .header("If-Match", "\"0\"")
                .body(changed)
                .put(one)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", is("Renamed Academy"));
        refused(as(PROVIDER).header("If-Match", "\"0\"").body(changed).put(one), 412);
        var told = PublishedEvents.await(Topic.EMPLOYMENT, key, 2);
        assertEquals(List.of(), PublishedEvents.schemaFaultsOf(told.getLast()));
        var event = new ObjectMapper().readTree(told.getLast().value());
        assertEquals("Renamed Academy", event.path("name").asText());
        assertEquals(2, event.path("version").asInt());
        as(PROVIDER)
                .get(one + "/revisions")
                .then()
                .statusCode(200)
                .body("items.version", contains(0))
                .body("items.said.key", contains(key));
        refused(
                        as(PROVIDER)
                                .header("If-Match", "\"1\"")
                                .body(body(key + "-too", "eput"))
                                .put(one),
                        422)
                .body("faults.at", contains("/key", "/provider"))
                .body("faults.rule", contains("cannot-change", "cannot-change"));
        var foreign = Tokens.of("provider-eput", "eput", Role.PROGRAMME_PROVIDER);
        refused(as(foreign).header("If-Match", "\"1\"").body(changed).put(one), 404);
        refused(as(foreign).get(one + "/revisions"), 404);
    }

    @Test
    void listsTwelveFaultsAtOnce() {
        var faulty = """
                {"key": "Health Academy", "name": " ", "provider": "mse-icb", "deliveryPartners": ["sec", "sec", "mse-icb"],
                 "startsOn": "2022-13-05", "lengthWeeks": 0, "places": "many", "targetGroups": ["carer", "everyone"],
                 "outcomeRule": "SOMETIMES", "funding": {"source": "", "amount": 0.005, "currency": "STERLING"}}""";
        refused(as(PROVIDER).body(faulty).post(PATH), 422)
                .body("type", is("/problems/invalid-request"))
                .body(
                        "faults.at",
                        contains(
                                "/startsOn",
                                "/places",
                                "/funding/source",
                                "/key",
                                "/lengthWeeks",
                                "/name",
                                "/outcomeRule",
                                "/deliveryPartners/1",
                                "/deliveryPartners/2",
                                "/targetGroups/1",
                                "/funding/amount",
                                "/funding/currency"));
    }

    @Test
    void refusesANumberThatWouldCostSeconds() {
        var body = newBody().replace("250000.1", "1e10000000");
        refusedSoon(body, 422)
                .body("faults.at", contains("/funding/amount"))
                .body("faults.rule", contains("number-beyond-limits"));
    }

    @Test
    void keepsNothingOfARefusedRegistration() {
        var key = newKey();
        refused(as(PROVIDER).body(body(key, "mse-icb").replace("GBP", "POUNDS")).post(PATH), 422);
        refused(as(PROVIDER).get(PATH + "/" + key), 404);
    }

    @Test
    void letsTheMendedRequestUseTheKeyOfARefusedOne() {
        var key = newKey();
        refused(
                as(PROVIDER, key)
                        .body(body(key, "mse-icb").replace("GBP", "POUNDS"))
                        .post(PATH),
                422);
        as(PROVIDER, key).body(body(key, "mse-icb")).post(PATH).then().statusCode(201);
    }

    @Test
    void leadsThroughItsOwnProgrammesPageByPage() {
        var provider = "provide";
        var token = Tokens.of("provider-provide", provider, Role.PROGRAMME_PROVIDER);
        var keys = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            keys.add(newKey());
            as(token).body(body(keys.getLast(), provider)).post(PATH).then().statusCode(201);
        }
        keys.sort(null);
        assertEquals(keys, readAll(token, PATH + "?limit=2"));
        assertEquals(keys, readAll(ANCHOR_TEAM, PATH + "?limit=2&provider=" + provider));
        assertEquals(keys, readAll(token, PATH + "?limit=5"));
        assertTrue(readAll(AUDITOR, PATH + "?limit=200").containsAll(keys));
    }

    private static List<String> readAll(String token, String list) {
        var read = new ArrayList<String>();
        @Nullable String next = null;
        do {
            var page = as(token).get(next == null ? list : list + "&after=" + next);
            page.then().statusCode(200);
            read.addAll(page.jsonPath().getList("items.key", String.class));
            next = page.jsonPath().getString("next");
        } while (next != null);
        return read;
    }

    /** A refusal without what differs from request to request. */
    private static String refusalOf(String key, String problem) {
        return problem.replace(key, "KEY").replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private static String newKey() {
        return "programme-own" + Long.toString(System.nanoTime(), 36);
    }

    private static String body(String key, String provider) {
        return """
                {"key": "%s", "name": "Health and Care Academy", "provider": "%s", "deliveryPartners": ["sec", "mseft"],
                 "startsOn": "2022-09-05", "lengthWeeks": 6, "places": 120, "targetGroups": ["care-leaver", "16-24"],
                 "outcomeRule": "THREE_MONTHS",
                 "funding": {"source": "Integrated care board", "amount": 250000.1, "currency": "GBP"}}""".formatted(key, provider);
    }
}

package org.anchors.socialvalue.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.CreationRules;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.PublishedEvents;
import org.anchors.kit.testing.Tokens;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class CataloguesTest extends CreationRules {

    private static final String PATH = "/api/social-value/v1/catalogues";
    private static final String BUYER = Tokens.of("buyer-mseft", "mseft", Role.PROCUREMENT_OFFICER);
    private static final String OTHER_BUYER = Tokens.of("buyer-ecc", "ecc", Role.PROCUREMENT_OFFICER);
    private static final String AUDITOR = Tokens.of("auditor", "mse-icp", Role.AUDITOR);

    @Inject
    SessionFactory sessions;

    @Inject
    DataSource database;

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String newBody() {
        return body(newEdition());
    }

    @Override
    protected String allowed() {
        return BUYER;
    }

    @Override
    protected String disallowed() {
        return Tokens.of("evaluator-one", "mseft", Role.EVALUATOR);
    }

    @Test
    void showsACatalogueAsItWasLoaded() {
        var edition = newEdition();
        as(BUYER)
                .body(body(edition))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("edition", is(edition))
                .body("owner", is("mseft"))
                .body("measureCount", is(3));

        var whole = as(BUYER).get(PATH + "/" + edition);
        whole.then()
                .statusCode(200)
                .body("edition", is(edition))
                .body("licence", is("OGL-UK-3.0"))
                .body("redistributable", is(true))
                .body("measures.code", contains("M1", "M2", "M3"))
                .body("measures[0].kind", is("MONETISED"))
                .body("measures[0].unit", is("FTE-year"))
                .body("measures[0].currency", is("GBP"))
                .body("measures[0].priceYear", is(2024))
                .body("measures[0].stacksWith", contains("M2"))
                .body("measures[1].kind", is("RECORD_ONLY"))
                .body("measures[1].proxy", nullValue())
                .body("measures[1].currency", nullValue())
                .body("measures[2].kind", is("TEXT"));
        assertTrue(whole.asString().contains("\"proxy\":20000.10,"), whole.asString());
    }

    @Test
    void announcesTheCatalogue() throws IOException {
        var edition = newEdition();
        as(BUYER).body(body(edition)).post(PATH).then().statusCode(201);

        var told = PublishedEvents.await(Topic.SOCIAL_VALUE, "mseft/" + edition);
        assertEquals(1, told.size());
        assertEquals(List.of(), PublishedEvents.schemaFaultsOf(told.getFirst()));
        var headers = PublishedEvents.headersOf(told.getFirst());
        assertEquals("org.anchors.social-value.catalogue-loaded.v1", headers.get("ce_type"));
        assertEquals("/social-value-service", headers.get("ce_source"));
        assertEquals("mseft/" + edition, headers.get("ce_subject"));
        var event = new ObjectMapper().readTree(told.getFirst().value());
        assertEquals(edition, event.path("edition").asText());
        assertEquals(3, event.path("measures").asInt());
    }

    @Test
    void answersAForeignCatalogueExactlyAsOneThatDoesNotExist() {
        var foreign = newEdition();
        var nobodys = newEdition();
        as(BUYER).body(body(foreign)).post(PATH).then().statusCode(201);

        for (var address : List.of("/%s", "/%s?owner=mseft", "/%s/measures", "/%s/measures?owner=mseft")) {
            var answer = as(OTHER_BUYER).get(PATH + address.formatted(foreign));
            refused(answer, 404);
            assertEquals(
                    refusalOf(
                            nobodys,
                            as(OTHER_BUYER)
                                    .get(PATH + address.formatted(nobodys))
                                    .asString()),
                    refusalOf(foreign, answer.asString()));
        }
        as(OTHER_BUYER).get(PATH + "?owner=mseft").then().statusCode(200).body("items", empty());
        as(OTHER_BUYER).get(PATH + "?limit=200").then().body("items.owner", everyItem(is("ecc")));
    }

    @Test
    void letsTheAuditorReadEverybodys() {
        var edition = newEdition();
        as(BUYER).body(body(edition)).post(PATH).then().statusCode(201);
        as(AUDITOR).get(PATH + "/" + edition + "?owner=mseft").then().statusCode(200);
        refused(as(AUDITOR).get(PATH + "/" + edition), 404);
        assertTrue(readAll(AUDITOR, PATH + "?limit=200&owner=mseft", "edition").contains(edition));
        assertTrue(readAll(AUDITOR, PATH + "?limit=200", "edition").contains(edition));
    }

    @Test
    void keepsEditionsOfOneNameApartByOwner() {
        var edition = newEdition();
        as(BUYER).body(body(edition)).post(PATH).then().statusCode(201);
        as(OTHER_BUYER).body(body(edition)).post(PATH).then().statusCode(201).body("owner", is("ecc"));
        as(OTHER_BUYER).get(PATH + "/" + edition).then().body("owner", is("ecc"));
    }

    @Test
    void refusesAnEditionThatWasLoadedAlready() {
        var edition = newEdition();
        as(BUYER).body(body(edition)).post(PATH).then().statusCode(201);
        refused(as(BUYER).body(body(edition)).post(PATH), 409).body("type", is("/problems/catalogue-exists"));
    }

    /** Evaluations refer to it, whatever happens to this software. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update measure set proxy = 1",
                "update catalogue set licence = 'other'",
                "delete from measure",
                "truncate catalogue cascade"
            })
    void cannotBeChangedInTheDatabaseEither(String change) throws SQLException {
        as(BUYER).body(newBody()).post(PATH).then().statusCode(201);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute(change));
        }
    }

    @Test
    void listsTwelveFaultsAtOnce() {
        var faulty = """
                {"edition": "a b", "source": "", "licence": 3, "measures": [
                  {"code": "M1", "unit": "hour", "proxy": -1, "priceYear": 2024, "source": "s"},
                  {"code": "M1", "unit": "furlong", "proxy": 1, "priceYear": 1066, "source": "s"},
                  {"code": "M2", "kind": "RECORD_ONLY", "unit": "hour", "proxy": 1},
                  {"code": "M3", "unit": "hour", "proxy": 5, "low": 9, "high": 1, "priceYear": 2024, "source": "s"},
                  {"code": "M4", "unit": "hour", "proxy": 0.005, "priceYear": 2024, "source": "s", "stacksWith": ["M9"]}]}""";
        refused(as(BUYER).body(faulty).post(PATH), 422)
                .body(
                        "faults.at",
                        contains(
                                "/licence",
                                "/edition",
                                "/redistributable",
                                "/source",
                                "/measures/0/proxy",
                                "/measures/1/unit",
                                "/measures/1/priceYear",
                                "/measures/2/proxy",
                                "/measures/3/low",
                                "/measures/4/proxy",
                                "/measures/4/stacksWith/0",
                                "/measures/1/code"));
    }

    @Test
    void refusesANumberThatWouldCostSeconds() {
        refusedSoon(newBody().replace("20000.1", "1e10000000"), 422)
                .body("faults.at", contains("/measures/0/proxy"))
                .body("faults.rule", contains("number-beyond-limits"));
    }

    @Test
    void refusesAnAccountWithoutOrganisation() {
        refused(
                        as(Tokens.of("buyer-nowhere", null, Role.PROCUREMENT_OFFICER))
                                .body(newBody())
                                .post(PATH),
                        403)
                .body("type", is("/problems/no-organisation"));
    }

    @Test
    void insertsFiveHundredMeasuresInBatchesAndLeadsThroughThem() {
        var edition = newEdition();
        var rows = IntStream.range(0, 500).mapToObj(i -> """
                        {"code": "M%03d", "unit": "hour", "proxy": %d.50, "priceYear": 2024, "source": "s"}""".formatted(i, i)).collect(Collectors.joining(","));
        var statements = sessions.getStatistics().getPrepareStatementCount();
        as(BUYER).body(body(edition, rows)).post(PATH).then().statusCode(201).body("measureCount", is(500));
        var used = sessions.getStatistics().getPrepareStatementCount() - statements;
        assertTrue(used < 30, used + " statements");

        as(BUYER).get(PATH + "/" + edition).then().body("measures", hasSize(500));
        var codes = readAll(BUYER, PATH + "/" + edition + "/measures?limit=150", "code");
        assertEquals(500, codes.size());
        assertEquals(codes.stream().sorted().distinct().toList(), codes);
    }

    @Test
    void leadsThroughItsOwnCataloguesPageByPage() {
        var token = Tokens.of("buyer-eput", "eput", Role.PROCUREMENT_OFFICER);
        var editions = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            editions.add(newEdition());
            as(token).body(body(editions.getLast())).post(PATH).then().statusCode(201);
        }
        editions.sort(null);
        assertEquals(editions, readAll(token, PATH + "?limit=2", "edition"));
        assertEquals(editions, readAll(AUDITOR, PATH + "?limit=2&owner=eput", "edition"));
    }

    @Test
    void notesTheLoadingInATrailThatIsWhole() {
        var operator = Tokens.of("machine-operator", "mse-icp", Role.OPERATOR);
        var trail = "/api/social-value/v1/audit/verification";
        int before = as(operator).get(trail).jsonPath().getInt("entries");
        as(BUYER).body(newBody()).post(PATH).then().statusCode(201);
        as(operator).get(trail).then().body("intact", is(true)).body("entries", is(before + 1));
        refused(as(BUYER).get(trail), 403);
    }

    private static List<String> readAll(String token, String list, String field) {
        var read = new ArrayList<String>();
        @Nullable String next = null;
        do {
            var page = as(token).get(next == null ? list : list + "&after=" + next);
            page.then().statusCode(200);
            read.addAll(page.jsonPath().getList("items." + field, String.class));
            next = page.jsonPath().getString("next");
        } while (next != null);
        return read;
    }

    /** A refusal without what differs from request to request. */
    private static String refusalOf(String edition, String problem) {
        return problem.replace(edition, "EDITION").replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private static String newEdition() {
        return "example-" + UUID.randomUUID();
    }

    private static String body(String edition) {
        return body(edition, """
                {"code": "M1", "theme": "Jobs", "outcome": "More local people in work", "unit": "FTE-year",
                 "proxy": 20000.1, "priceYear": 2024, "source": "Example figure", "low": 18000, "high": 22000,
                 "stacksWith": ["M2"]},
                {"code": "M3", "kind": "TEXT", "unit": "text"},
                {"code": "M2", "kind": "RECORD_ONLY", "unit": "hour"}""");
    }

    private static String body(String edition, String rows) {
        return """
                {"edition": "%s", "source": "Example figures", "licence": "OGL-UK-3.0", "redistributable": true,
                 "measures": [%s]}""".formatted(edition, rows);
    }
}

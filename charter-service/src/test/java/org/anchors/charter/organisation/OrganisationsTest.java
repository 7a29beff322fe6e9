package org.anchors.charter.organisation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.CreationRules;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.PublishedEvents;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** reporting.md, What it owns: organisations with dated names, aliases, succession, places, alliances and level. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class OrganisationsTest extends CreationRules {

    private static final String ORGANISATIONS = "/api/charter/v1/organisations";

    @Inject
    EntityManager database;

    @Override
    protected String path() {
        return ORGANISATIONS;
    }

    @Override
    protected String newBody() {
        return """
               {"key": "made-up-%s", "name": "Made-up Council", "aliases": ["MUC"], "sector": "Local authority (district)",
                "places": ["Basildon"], "alliances": ["Mid"], "level": "place"}
               """.formatted(UUID.randomUUID().toString().substring(0, 8));
    }

    @Override
    protected String allowed() {
        return Tokens.of("anchor-team", "mse-icp", Role.ANCHOR_TEAM);
    }

    @Override
    protected String disallowed() {
        return Tokens.of("reporter-mseft", "mseft", Role.PARTNER_REPORTER);
    }

    /** Other tests count the organisations of the reference data. */
    @AfterEach
    void forgetTheMadeUp() {
        QuarkusTransaction.requiringNew().run(() -> List.of(
                        "delete from organisation_name where organisation like 'made-up-%'",
                        "delete from organisation where key like 'made-up-%' and successor is not null",
                        "delete from organisation where key like 'made-up-%'")
                .forEach(sql -> database.createNativeQuery(sql).executeUpdate()));
    }

    @Test
    void southendHadAnotherNameBefore2022() {
        read("southend?asOn=2022-02-28").body("name", is("Southend-on-Sea Borough Council"));
        read("southend?asOn=2022-03-01").body("name", is("Southend-on-Sea City Council"));
        read("southend")
                .body("name", is("Southend-on-Sea City Council"))
                .body("names.name", contains("Southend-on-Sea Borough Council", "Southend-on-Sea City Council"))
                .body("names[0].to", is("2022-02-28"));
    }

    @Test
    void fiveCommissioningGroupsWereSucceededByTheBoard() {
        as(allowed())
                .get(ORGANISATIONS + "?limit=200&asOn=2022-06-30")
                .then()
                .body("items", hasSize(27 - 1 + 5))
                .body("items.key", hasItem("thurrock-ccg"))
                .body("items.key", not(hasItem("mse-icb")));
        as(allowed())
                .get(ORGANISATIONS + "?limit=200&asOn=2022-07-01")
                .then()
                .body("items", hasSize(27))
                .body("items.key", hasItem("mse-icb"));
        read("thurrock-ccg").body("succession.successor", is("mse-icb")).body("succession.on", is("2022-07-01"));
    }

    @Test
    void theListIsNarrowedByPlaceAllianceLevelSectorAndName() {
        as(allowed())
                .get(ORGANISATIONS + "?place=Basildon&level=system")
                .then()
                .body("items.key", containsInAnyOrder("mseft", "nelft"));
        as(allowed())
                .get(ORGANISATIONS + "?alliance=Mid&sector=Higher education")
                .then()
                .body("items.key", containsInAnyOrder("aru", "uoe"));
        as(allowed()).get(ORGANISATIONS + "?named=borough").then().body("items.key", hasItem("southend"));
        as(allowed()).get(ORGANISATIONS + "?named=EEAST").then().body("items.key", contains("eeast"));
        refused(as(allowed()).get(ORGANISATIONS + "?asOn=yesterday"), 422).body("faults[0].at", is("?asOn"));
    }

    @Test
    void anOrganisationIsAddedRenamedDescribedAndSucceeded() {
        var location = as(allowed()).body(newBody()).post(ORGANISATIONS).header("Location");
        change("0")
                .body("{\"name\": \"Newer Council\", \"from\": \"2024-04-01\"}")
                .post(location + "/names")
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""));
        change("1")
                .body("""
                        {"aliases": [], "sector": "Fire", "places": [], "alliances": [], "level": "regional"}""")
                .put(location)
                .then()
                .statusCode(200)
                .header("ETag", is("\"2\""))
                .body("level", is("regional"));
        change("2")
                .body("{\"successor\": \"ecc\", \"on\": \"2025-04-01\"}")
                .post(location + "/succession")
                .then()
                .statusCode(200)
                .body("succession.successor", is("ecc"));
        as(allowed()).get(location + "?asOn=2024-03-31").then().body("name", is("Made-up Council"));
        refused(change("3").body("{\"name\": \"X\", \"from\": \"2026-01-01\"}").post(location + "/names"), 409)
                .body("type", is("/problems/organisation-succeeded"));
        refused(change("2").body("{\"name\": \"X\", \"from\": \"2026-01-01\"}").post(location + "/names"), 412);
        refused(
                as(allowed())
                        .body("{\"name\": \"X\", \"from\": \"2026-01-01\"}")
                        .post(location + "/names"),
                428);
    }

    @Test
    void aFaultyChangeComesBackWithAllItsFaults() {
        var location = as(allowed()).body(newBody()).post(ORGANISATIONS).header("Location");
        var own = location.substring(location.lastIndexOf('/') + 1);
        refused(
                        change("0")
                                .body("{\"name\": \"Made-up Council\", \"colour\": 1}")
                                .post(location + "/names"),
                        422)
                .body("faults.rule", containsInAnyOrder("unknown-field", "same-name", "missing"));
        refused(change("0").body("{\"successor\": \"nobody\"}").post(location + "/succession"), 422)
                .body("faults.at", containsInAnyOrder("/successor", "/on"));
        refused(
                        change("0")
                                .body("{\"successor\": \"thurrock-ccg\", \"on\": \"2023-01-01\"}")
                                .post(location + "/succession"),
                        422)
                .body("faults.rule", contains("successor-not-there"));
        refused(
                        as(allowed())
                                .header(
                                        "If-Match",
                                        as(allowed())
                                                .get(ORGANISATIONS + "/mse-icb")
                                                .header("ETag"))
                                .body("{\"successor\": \"ecc\", \"on\": \"2022-07-01\"}")
                                .post(ORGANISATIONS + "/mse-icb/succession"),
                        422)
                .body("faults.rule", hasItem("before-it-took-a-place"));
        refused(
                        change("0")
                                .body("{\"name\": \"Two\\nlines\", \"from\": \"2024-04-01\"}")
                                .post(location + "/names"),
                        422)
                .body("faults.at", contains("/name"));
        refused(
                        change("0")
                                .body("{\"successor\": \"%s\", \"on\": \"2025-01-01\"}".formatted(own))
                                .post(location + "/succession"),
                        422)
                .body("faults.rule", contains("succeeds-itself"));
        refused(
                        as(allowed())
                                .body("{\"key\": \"Not A Key\", \"level\": \"galaxy\"}")
                                .post(ORGANISATIONS),
                        422)
                .body("faults.at", hasItem("/key"))
                .body("faults.at", hasItem("/level"))
                .body("faults.at", hasItem("/sector"));
    }

    @Test
    void aKeyIsTakenOnce() {
        refused(
                        as(allowed())
                                .body(newBody().replaceFirst("made-up-\\w+", "mseft"))
                                .post(ORGANISATIONS),
                        409)
                .body("type", is("/problems/organisation-exists"));
    }

    @Test
    void onlyTheAnchorTeamChangesOne() {
        var body = "{\"name\": \"X\", \"from\": \"2026-01-01\"}";
        refused(as(disallowed()).body(body).post(ORGANISATIONS + "/mseft/names"), 403);
        as(disallowed()).get(ORGANISATIONS + "/mseft").then().statusCode(200).body("succession", nullValue());
    }

    @Test
    void theReferenceDataIsToldToTheOthers() {
        for (var key : List.of("mseft", "southend", "thurrock-ccg")) {
            for (var message : PublishedEvents.await(Topic.CHARTER, key)) {
                assertEquals(List.of(), PublishedEvents.schemaFaultsOf(message));
            }
        }
    }

    private static ValidatableResponse read(String organisation) {
        return given().auth()
                .oauth2(Tokens.of("auditor", null, Role.AUDITOR))
                .get(ORGANISATIONS + "/" + organisation)
                .then()
                .statusCode(equalTo(200));
    }

    private RequestSpecification change(String version) {
        return as(allowed()).header("If-Match", "\"" + version + "\"");
    }
}

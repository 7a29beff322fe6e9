package org.anchors.charter.reportingyear;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** reporting.md, What it owns: a reporting year's window is configured, not coded. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class ReportingYearsTest {

    private static final String YEAR = "/api/charter/v1/reporting-years/2020-21";
    private static final String WINDOW = """
            {"opens": "2021-04-01", "due": "2021-09-30", "closes": "2021-12-31"}""";

    @Inject
    EntityManager database;

    @AfterEach
    void forgetTheYear() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from reporting_year where year = 2020")
                        .executeUpdate());
    }

    @Test
    void aYearIsSetUpAndItsWindowChangedAndAudited() {
        anchorTeam().body(WINDOW).put(YEAR).then().statusCode(201).header("ETag", is("\"0\""));
        anchorTeam().body(WINDOW).put(YEAR).then().statusCode(428);
        anchorTeam().header("If-Match", "\"3\"").body(WINDOW).put(YEAR).then().statusCode(412);
        anchorTeam()
                .header("If-Match", "\"0\"")
                .body("{\"opens\": \"2021-04-01\", \"due\": \"2021-10-31\"}")
                .put(YEAR)
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("due", is("2021-10-31"));
        anchorTeam().get(YEAR).then().header("ETag", is("\"1\"")).body("year", is("2020-21"));
        List<String> entries = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                        "select detail from audit_entry where object = 'reporting-years/2020-21' order by seq",
                        String.class)
                .getResultList());
        assertThat(
                entries,
                hasItem("{\"before\":\"2021-04-01 2021-09-30 2021-12-31\",\"now\":\"2021-04-01 2021-10-31 open\"}"));
    }

    @Test
    void aFaultyWindowComesBackWithAllItsFaults() {
        anchorTeam()
                .body("{\"opens\": \"2020-03-31\", \"due\": \"2020-03-30\", \"closes\": \"2020-03-29\", \"x\": 1}")
                .put(YEAR)
                .then()
                .statusCode(422)
                .body(
                        "faults.rule",
                        containsInAnyOrder(
                                "before-the-year", "due-before-it-opens", "closes-before-it-is-due", "unknown-field"));
        anchorTeam().body(WINDOW).put(YEAR.replace("2020-21", "2020-22")).then().statusCode(404);
    }

    @Test
    void onlyTheAnchorTeamSetsIt() {
        given().auth()
                .oauth2(Tokens.of("reporter-mseft", "mseft", Role.PARTNER_REPORTER))
                .contentType(ContentType.JSON)
                .body(WINDOW)
                .put(YEAR)
                .then()
                .statusCode(403);
    }

    private static RequestSpecification anchorTeam() {
        return given().auth()
                .oauth2(Tokens.of("anchor-team", "mse-icp", Role.ANCHOR_TEAM))
                .contentType(ContentType.JSON);
    }
}

package org.anchors.charter;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

/** reporting.md, What it owns: the reference data that a fresh service starts with. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class ReferenceDataTest {

    private static String anchorTeam() {
        return Tokens.of("anchor-team", "mse-icp", Role.ANCHOR_TEAM);
    }

    @Test
    void holds27Organisations() {
        given().auth()
                .oauth2(anchorTeam())
                .get("/api/charter/v1/organisations?limit=200")
                .then()
                .statusCode(200)
                .body("items", hasSize(27))
                .body("items.key", hasItems("mseft", "rochford"));
    }

    @Test
    void holds13SignaturesOf2021And22ProposalsOf2024() {
        given().auth()
                .oauth2(anchorTeam())
                .get("/api/charter/v1/editions/2021-24")
                .then()
                .body("signatures.findAll { it.state == 'SIGNED' }", hasSize(13));
        given().auth()
                .oauth2(anchorTeam())
                .get("/api/charter/v1/editions/2024-27")
                .then()
                .body("signatures.findAll { it.state == 'PROPOSED' }", hasSize(22))
                .body("commitments", hasSize(23));
    }

    @Test
    void holds45Indicators() {
        given().auth()
                .oauth2(anchorTeam())
                .get("/api/charter/v1/indicators")
                .then()
                .statusCode(200)
                .body("edition", equalTo("2024.1"))
                .body("indicators", hasSize(45));
    }
}

package org.anchors.e2e;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Signatures and action plans: reporting.md, What it owns. */
@OnThePlatform
@Order(9)
class SignaturesIT {

    private static final String CHARTER = "/api/charter/v1/";
    private static final String SIGNATURES = CHARTER + "editions/2024-27/signatures/";

    private final Platform platform;
    private final Caller team;

    SignaturesIT(Platform platform) {
        this.platform = platform;
        this.team = Caller.anchorTeam(platform);
    }

    @Test
    void aProposalIsSignedForOthersTooAndThenWithdrawn() {
        var reference = Newcomer.one(platform, "signs").organisation() + "-2024-27-1";
        change(reference + "/withdrawal", 0, "{\"on\": \"2025-01-10\", \"reason\": \"No.\"}")
                .then()
                .statusCode(409);
        change(reference + "/signing", 0, """
                {"on": "2025-01-10", "role": "Chair", "onBehalfOf": {"whom": "Its members", "organisations": 9}}""")
                .then()
                .statusCode(200)
                .body("state", is("SIGNED"))
                .body("onBehalfOf.organisations", is(9));
        change(reference + "/signing", 0, "{\"on\": \"2025-01-10\"}").then().statusCode(412);
        change(reference + "/withdrawal", 1, "{\"on\": \"2025-02-10\", \"reason\": \"It closed.\"}")
                .then()
                .statusCode(200)
                .body("state", is("WITHDRAWN"));
        Caller.person(platform, "reporter-mseft")
                .request()
                .contentType(ContentType.JSON)
                .body("{\"on\": \"2025-01-10\"}")
                .post(SIGNATURES + "mseft-2024-27-1/signing")
                .then()
                .statusCode(403);
    }

    @Test
    void aPlanIsAdoptedAndTheReportShowsProgressAgainstIt() {
        var partner = Newcomer.one(platform, "plans");
        var plan = CHARTER + "organisations/%s/action-plans/2025-26".formatted(partner.organisation());
        partner.reporter()
                .request()
                .contentType(ContentType.JSON)
                .body("""
                        {"actions": [{"commitment": "E5", "action": "Recruit where people live", "indicator": "EMP-03",
                                      "target": 30, "leadRole": "Director of People", "due": "2026-03-31"}]}""")
                .put(plan + "/draft")
                .then()
                .statusCode(201);
        partner.reporter()
                .request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "adopt")
                .header("If-Match", "\"0\"")
                .body("{\"role\": \"Chief Executive\", \"on\": \"2025-04-30\", \"minute\": \"BM/25/040\"}")
                .post(plan + "/adoption")
                .then()
                .statusCode(201);
        partner.reporter()
                .post(Reports.REPORTS, partner.body("2025-26", 100, 40))
                .then()
                .statusCode(201);
        team.get(plan + "/progress").then().statusCode(200).body("actions.result", contains("MET"));
    }

    private Response change(String path, int version, String body) {
        return team.request()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"%d\"".formatted(version))
                .body(body)
                .post(SIGNATURES + path);
    }
}

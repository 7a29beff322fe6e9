package org.anchors.charter.consolidated;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.ratio;
import static org.anchors.charter.report.ReportExamples.report;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.anchors.charter.report.ReportExamples.value;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import org.anchors.kit.testing.Engines;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** reporting.md, Small numbers: the consolidated report under a policy. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class DisclosedReportTest {

    private static final String YEAR = "/api/charter/v1/consolidated/2024-25";
    private static final String FIRE = YEAR + "?sector=Fire";

    @BeforeEach
    void oneReportOfItsSector() {
        given().auth()
                .oauth2(reporterOf("fire"))
                .header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(report(
                        "fire",
                        "2024-25",
                        value("PRO-08", 3),
                        value("LAB-04", 7),
                        ratio("EMP-14", 33, 107),
                        ratio("EMP-11", 21, 179)))
                .post(REPORTS);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get(FIRE).jsonPath().getInt("completeness.submitted") == 1);
    }

    @Test
    void countsOfPeopleAreSeenThroughThePolicyThatIsNamed() {
        get(FIRE + "&policy=HES")
                .then()
                .statusCode(200)
                .body("disclosurePolicy", is("HES/1"))
                .body(figure("LAB-04") + "value", nullValue())
                .body(figure("LAB-04") + "suppressed", contains("value"))
                .body(figure("EMP-14") + "numerator", is(35))
                .body(figure("EMP-14") + "denominator", is(105))
                .body(figure("EMP-14") + "value", is(33.33f))
                .body(figure("EMP-11") + "value", is(20))
                .body(figure("EMP-11.conversion") + "numerator", is(20))
                .body(figure("EMP-11.conversion") + "denominator", is(180))
                .body(figure("EMP-11.conversion") + "value", is(11.11f))
                .body(figure("PRO-08") + "value", is(3))
                .body("figures.findAll { it.provenance != null }.size()", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&policy=NONE"})
    void figuresStandAsTheyAreWithoutAPolicy(String policy) {
        get(FIRE + policy)
                .then()
                .body("disclosurePolicy", is("NONE"))
                .body(figure("LAB-04") + "value", is(7))
                .body(figure("LAB-04") + "provenance", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HES/1", "ONS_10_5/1", "ONS_10_5"})
    void aPolicyIsAskedForByNameOrByVersion(String policy) {
        get(FIRE + "&policy=" + policy)
                .then()
                .statusCode(200)
                .body("disclosurePolicy", is(policy.contains("/") ? policy : policy + "/1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEX", "HES/2", "hes", "NONE/1"})
    void anUnknownPolicyIsRefused(String policy) {
        get(FIRE + "&policy=" + policy)
                .then()
                .statusCode(422)
                .body("faults.at", contains("?policy"))
                .body("faults.given", contains(policy))
                .body("faults.mend", hasItem(containsString("HES/1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/figures/LAB-04/provenance?policy=HES",
                "/sum?figures=SUS-01&policy=HES",
                "/completeness?policy=HES",
                "/completeness/missing?policy=HES",
                "/restatements?policy=HES"
            })
    void whatShowsReportsAsTheyAreIsShownUnderNoPolicy(String path) {
        get(YEAR + path).then().statusCode(422).body("faults.at", contains("?policy"));
        get(YEAR + path.replace("=HES", "=NONE")).then().statusCode(200);
    }

    private static String figure(String id) {
        return "figures.find { it.id == '%s' }.".formatted(id);
    }

    private static Response get(String path) {
        return given().auth().oauth2(anchorTeam()).get(path);
    }
}

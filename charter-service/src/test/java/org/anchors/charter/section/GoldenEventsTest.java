package org.anchors.charter.section;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** reporting.md, Consolidating: social value and pre-employment outcomes come from the other two services' events. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class GoldenEventsTest {

    private static final String AWARDED = "org.anchors.social-value.contract-awarded.v1";
    private static final String APPROVED = "org.anchors.social-value.delivery-approved.v1";
    private static final String OUTCOMES = "org.anchors.employment.outcome-totals-changed.v1";

    @Test
    void contractsAwardedAndDeliveredBecomeTheSectionOnSocialValue() {
        GoldenEvents.tell(AWARDED, "over-two-years");
        GoldenEvents.tell(AWARDED, "over-two-years");
        GoldenEvents.tell(APPROVED, "corrected");
        GoldenEvents.tell(APPROVED, "first-statement");
        // Another key may be on another partition, and be taken in earlier or later than the rest.
        GoldenEvents.tell(AWARDED, "without-commitments");
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> consolidated("2024-25", "")
                .body("socialValue.contracts", is(2))
                .body("socialValue.delivered", is("62000.25")));
        consolidated("2024-25", "")
                .body("socialValue.contracts", is(2))
                .body("socialValue.tenPercentOrMore", is(1))
                .body("socialValue.value", is("2910000.00"))
                .body("socialValue.currency", is("GBP"))
                .body("socialValue.committed", is("200000.50"))
                .body("socialValue.due", is("80000.00"))
                .body("socialValue.delivered", is("62000.25"))
                .body("socialValue.catalogues.catalogue", contains("example-1"));
        consolidated("2025-26", "")
                .body("socialValue.contracts", is(0))
                .body("socialValue.due", is("120000.50"))
                .body("socialValue.delivered", is("0.00"));
        consolidated("2024-25", "?place=Basildon")
                .body("socialValue.contracts", is(1))
                .body("socialValue.value", is("2500000.00"));
        consolidated("2024-25", "?pillar=procurement").body("employment", nullValue());
        consolidated("2024-25", "?pillar=sustainability").body("socialValue", nullValue());
    }

    @Test
    void outcomeTotalsBecomeTheSectionOnEmployment() {
        GoldenEvents.tell(OUTCOMES, "cohort");
        GoldenEvents.tell(OUTCOMES, "group-of-a-cohort");
        GoldenEvents.tell(OUTCOMES, "group-of-a-programme");
        awaitNewest("2022-23", "employment", GoldenEvents.tell(OUTCOMES, "cohort"));
        awaitNewest("2022-23", "employment", GoldenEvents.tell(OUTCOMES, "return-without-participants"));
        awaitNewest("2022-23", "employment", GoldenEvents.tell(OUTCOMES, "period-not-stated"));
        consolidated("2022-23", "")
                .body("employment.programmes.programme", contains("anchor-ambition", "health-and-care-academy"))
                .body("employment.totals.participants.value", is(107))
                .body("employment.totals.participants.programmes", is(1))
                .body("employment.totals.participants.of", is(2))
                .body("employment.totals.jobOffers.value", is(66))
                .body("employment.totals.jobOffers.atLeast", is(true))
                .body("employment.totals.inWork.value", is(38))
                .body("employment.totals.sustained.value", is(33))
                .body("employment.groups", nullValue())
                .body("employment.withoutPeriod.programme", contains("halo"));
        showsGroupsOfNowAndToWhomeverSeesNobody();
        consolidated("2022-23", "?pillar=employment").body("socialValue", nullValue());
    }

    /** Two instants, before and after one record, would tell that person's flag. */
    private static void showsGroupsOfNowAndToWhomeverSeesNobody() {
        consolidated("2022-23", "?policy=HES")
                .body("employment.groups.group", contains("care-leaver"))
                .body("employment.groups[0].totals.participants.value", is(15))
                .body("employment.groups[0].totals.sustained.value", nullValue());
        var now = Instant.now();
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> consolidated(
                        "2022-23", "?policy=HES&asKnownOn=" + now)
                .body("employment.totals.jobOffers.value", is(65))
                .body("employment.groups", nullValue()));
        for (var role : List.of(Role.AUDITOR, Role.PROGRAMME_PROVIDER, Role.EQUALITY_DATA)) {
            consolidated(Tokens.of("sees-people", "mse-icb", role, Role.ANCHOR_TEAM), "2022-23", "?policy=HES")
                    .body("employment.totals.jobOffers.value", is(65))
                    .body("employment.groups", nullValue());
        }
    }

    private static void awaitNewest(String year, String section, UUID event) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> consolidated(year, "")
                .body(section + ".upTo", equalTo(event.toString())));
    }

    private static ValidatableResponse consolidated(String year, String query) {
        return consolidated(Tokens.of("anchor-team", "mse-icp", Role.ANCHOR_TEAM), year, query);
    }

    private static ValidatableResponse consolidated(String token, String year, String query) {
        return given().auth()
                .oauth2(token)
                .get("/api/charter/v1/consolidated/" + year + query)
                .then()
                .statusCode(200);
    }
}

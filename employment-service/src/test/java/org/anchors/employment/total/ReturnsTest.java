package org.anchors.employment.total;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.employment.participant.Stored;
import org.anchors.kit.testing.CreationRules;
import org.anchors.kit.testing.Engines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class ReturnsTest extends CreationRules {

    private static final String PATH = "/api/employment/v1/returns";

    private static @Nullable String programme;

    @Inject
    DataSource database;

    @BeforeEach
    void registerAProgramme() {
        if (programme == null) {
            programme = Partnership.programme();
        }
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String newBody() {
        return body("\"participants\": " + System.nanoTime() % 1_000_000);
    }

    @Override
    protected String allowed() {
        return Partnership.provider();
    }

    @Override
    protected String disallowed() {
        return Partnership.anchorTeam();
    }

    @Test
    void takesTheTotalsOfTheAcademy() throws SQLException {
        var own = Partnership.programme();
        var made = as(allowed()).body("""
                        {"programme": "%s", "period": "2022-23", "quality": "EXACT",
                         "totals": {"participants": 107, "jobOffers": 40, "sustained": 33},
                         "groups": [{"group": "care-leaver", "totals": {"participants": 12}}]}""".formatted(own)).post(PATH);
        made.then()
                .statusCode(201)
                .body("totals.participants", is(107))
                .body("totals.inWork", nullValue())
                .body("groups", empty())
                .body("revision", is(1));
        assertEquals(
                List.of("care-leaver RETURN ROUNDED 2022-23 10 - - -", "everyone RETURN EXACT 2022-23 107 40 - 33"),
                told(own, 1));
        for (var token : List.of(Partnership.anchorTeam(), Partnership.auditor(), Partnership.provider())) {
            as(token)
                    .get(made.header("Location"))
                    .then()
                    .statusCode(200)
                    .body("totals.participants", is(107))
                    .body("groups", empty());
        }
        as(Partnership.equalityOfficer())
                .get(made.header("Location"))
                .then()
                .body("groups.totals.participants", contains(12));
        refused(as(Partnership.otherProvider()).get(made.header("Location")), 404);
    }

    @Test
    void takesNoTotalsOfATimeThatHasNotBegun() {
        for (var period : List.of("2098-99", "2098-05/2098-06")) {
            refused(as(allowed()).body("""
                                    {"programme": "%s", "period": "%s", "quality": "EXACT", "totals": {"participants": 1}}""".formatted(programme, period)).post(PATH), 422)
                    .body("faults.rule", contains("not-begun"));
        }
    }

    @Test
    void tellsNothingOfAGroupThatIsSmallOrLeavesFewOthers() throws SQLException {
        var own = Partnership.programme();
        as(allowed()).body("""
                        {"programme": "%s", "period": "2022-23", "quality": "EXACT",
                         "totals": {"participants": 30, "jobOffers": 20, "sustained": 12},
                         "groups": [{"group": "carer",
                                     "totals": {"participants": 13, "jobOffers": 7, "inWork": 12, "sustained": 12}},
                                    {"group": "veteran", "totals": {"participants": 0}}]}""".formatted(own)).post(PATH).then().statusCode(201);
        assertEquals(
                List.of(
                        "carer RETURN ROUNDED 2022-23 15 - - -",
                        "everyone RETURN EXACT 2022-23 30 20 - 12",
                        "veteran RETURN ROUNDED 2022-23 - - - -"),
                told(own, 1));
    }

    @Test
    void supersedesAnEarlierReturnAndKeepsIt() throws SQLException {
        var own = Partnership.programme();
        as(allowed()).body("""
                        {"programme": "%s", "period": "2022-04/2022-12", "quality": "EXACT", "totals": {"jobOffers": 26},
                         "groups": [{"group": "carer", "totals": {"jobOffers": 3}}]}""".formatted(own)).post(PATH).then().statusCode(201);
        as(allowed()).body("""
                        {"programme": "%s", "period": "2022-23", "quality": "LOWER_BOUND", "totals": {"jobOffers": 20}}""".formatted(own)).post(PATH).then().statusCode(201).body("revision", is(2));
        as(allowed())
                .get(PATH + "?programme=" + own)
                .then()
                .body("items.revision", contains(1, 2))
                .body("items.totals.jobOffers", contains(26, 20));
        assertEquals(
                List.of("carer RETURN LOWER_BOUND 2022-23 - - - -", "everyone RETURN LOWER_BOUND 2022-23 - 20 - -"),
                told(own, 2));
    }

    @Test
    void refusesTotalsOfAYearThatIsCountedFromRecords() {
        var own = Partnership.programme();
        Partnership.participant(own, "P-1", "");
        as(allowed())
                .body("""
                        {"programme": "%s", "participant": "P-1", "kind": "STARTED", "on": "2022-09-05"}""".formatted(own))
                .post("/api/employment/v1/milestones")
                .then()
                .statusCode(201);
        var totals = body("\"jobOffers\": 1").replace(Objects.requireNonNull(programme), own);
        refused(as(allowed()).body(totals).post(PATH), 409).body("type", is("/problems/programme-has-records"));
        as(allowed())
                .body(totals.replace("2022-23", "2021-22"))
                .post(PATH)
                .then()
                .statusCode(201);
    }

    @Test
    void refusesTotalsUnderWhichThoseOfOtherMonthsWouldBeLost() {
        var own = Partnership.programme();
        var totals = body("\"jobOffers\": 1").replace(Objects.requireNonNull(programme), own);
        var first = totals.replace("2022-23", "2022-04/2022-09");
        as(allowed()).body(first).post(PATH).then().statusCode(201);
        refused(as(allowed()).body(totals.replace("2022-23", "2022-10/2023-03")).post(PATH), 422)
                .body("faults.at", contains("/period"))
                .body("faults.rule", contains("other-period"));
        as(allowed()).body(first).post(PATH).then().statusCode(201);
        as(allowed()).body(totals).post(PATH).then().statusCode(201).body("revision", is(3));
        refused(as(allowed()).body(first).post(PATH), 422).body("faults.rule", contains("other-period"));
    }

    @Test
    void withdrawsAReturnSoThatOneOfOtherMonthsCanTakeItsPlace() throws SQLException {
        var own = Partnership.programme();
        var made = as(allowed()).body("""
                        {"programme": "%s", "period": "2022-23", "quality": "EXACT", "totals": {"participants": 57},
                         "groups": [{"group": "carer", "totals": {"participants": 20}}]}""".formatted(own)).post(PATH);
        as(allowed())
                .post(made.header("Location") + "/withdrawal")
                .then()
                .statusCode(201)
                .body("withdrawn", is(true))
                .body("revision", is(2))
                .body("totals.participants", nullValue());
        assertEquals(
                List.of("carer RETURN ROUNDED 2022-23 - - - -", "everyone RETURN EXACT 2022-23 - - - -"), told(own, 2));
        returnsOf(own).body("returns", empty()).body("coverage.without", contains(own));
        as(allowed())
                .body(body("\"participants\": 50")
                        .replace(Objects.requireNonNull(programme), own)
                        .replace("2022-23", "2022-04/2022-09"))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("revision", is(3));
        returnsOf(own).body("returns.participants", contains(50));
        as(allowed())
                .get(PATH + "?programme=" + own)
                .then()
                .body("items.revision", contains(1, 2, 3))
                .body("items.withdrawn", contains(null, true, null));
        assertEquals(
                1,
                Stored.count(
                        database, "audit_entry where deed = 'return-withdrawn' and detail like '%\"" + own + "\"%'"));
    }

    @Test
    void withdrawsOnlyWhatOneReturnedLast() {
        var own = Partnership.programme();
        var totals = body("\"participants\": 57").replace(Objects.requireNonNull(programme), own);
        var first = as(allowed()).body(totals).post(PATH).header("Location") + "/withdrawal";
        var second = as(allowed()).body(totals).post(PATH).header("Location") + "/withdrawal";
        refused(as(allowed()).post(first), 409).body("type", is("/problems/return-superseded"));
        refused(as(Partnership.otherProvider()).post(second), 404);
        refused(as(Partnership.anchorTeam()).post(second), 403);
        refused(as(allowed()).post(PATH + "/00000000-0000-4000-8000-000000000000/withdrawal"), 404);
        var key = UUID.randomUUID().toString();
        var withdrawal = as(allowed(), key).post(second).header("Location");
        assertEquals(withdrawal, as(allowed(), key).post(second).header("Location"));
        refused(as(allowed()).post(second), 409);
        refused(as(allowed()).post(withdrawal + "/withdrawal"), 409);
    }

    private static ValidatableResponse returnsOf(String programme) {
        return as(Partnership.provider())
                .get("/api/employment/v1/outcomes?policy=NONE&programme=" + programme)
                .then()
                .statusCode(200);
    }

    @Test
    void addsNoOffersToJobs() {
        refused(
                        as(allowed())
                                .body(body("\"participants\": 5, \"jobOffers\": 6, \"inWork\": 3, \"sustained\": 4"))
                                .post(PATH),
                        422)
                .body("faults.rule", containsInAnyOrder("offers-above-participants", "sustained-above-in-work"));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-24, EXACT, form",
        "2022-12/2022-04, EXACT, ends-before-start",
        "2022-04/2023-04, EXACT, beyond-a-year",
        "2022-23, PERIOD_NOT_STATED, period-and-quality"
    })
    void wantsAPeriodWithinOneYear(String period, String quality, String rule) {
        refused(
                        as(allowed())
                                .body(body("\"jobOffers\": 1")
                                        .replace("2022-23", period)
                                        .replace("EXACT", quality))
                                .post(PATH),
                        422)
                .body("faults.rule", contains(rule));
    }

    @Test
    void refusesPersonalData() {
        var answer = as(allowed())
                .body(body("\"jobOffers\": 1, \"best\": \"Canary Person\""))
                .post(PATH);
        refused(answer, 422).body("faults.rule", contains("looks-like-a-name"));
        assertEquals(-1, answer.asString().indexOf("anary"));
    }

    private List<String> told(String programme, int version) throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select concat_ws(' ', coalesce(t ->> 'group', 'everyone'), t ->> 'basis', t ->> 'quality', t ->> 'period',
                                 coalesce(t -> 'totals' ->> 'participants', '-'), coalesce(t -> 'totals' ->> 'jobOffers', '-'),
                                 coalesce(t -> 'totals' ->> 'inWork', '-'), coalesce(t -> 'totals' ->> 'sustained', '-')) told
                        from (select cast(payload as json) t from outbox where key = '%s'
                              and type = 'org.anchors.employment.outcome-totals-changed.v1') told
                        where t ->> 'version' = '%d' order by 1""".formatted(programme, version))) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static String body(String totals) {
        return """
                {"programme": "%s", "period": "2022-23", "quality": "EXACT", "totals": {%s}}""".formatted(Objects.requireNonNull(programme), totals);
    }
}

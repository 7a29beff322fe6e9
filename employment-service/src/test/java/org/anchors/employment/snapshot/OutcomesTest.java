package org.anchors.employment.snapshot;

import static org.anchors.employment.participant.Partnership.anchorTeam;
import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.auditor;
import static org.anchors.employment.participant.Partnership.otherProvider;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class OutcomesTest {

    private static final String PATH = "/api/employment/v1/outcomes";

    @Inject
    DataSource database;

    @BeforeEach
    void tellOfOrganisations() throws SQLException {
        Partnership.tell(database);
    }

    /** 12 start, 10 are offered a job, 9 begin one, 6 stay, 2 leave, 1 is not heard of again. */
    private static String academy() {
        var programme = programme();
        var lines = new ArrayList<String>();
        for (var number = 0; number < 12; number++) {
            participant(programme, "P-%03d".formatted(number), number < 6 ? ", \"place\": \"Basildon\"" : "");
            lines.add(line(programme, number, "STARTED", "2022-09-05", ""));
            if (number < 10) {
                lines.add(line(programme, number, "JOB_OFFER", "2022-10-20", ""));
            }
            if (number < 9) {
                lines.add(line(programme, number, "JOB_START", "2022-11-01", ", \"employer\": \"mseft\""));
            }
            if (number < 6) {
                lines.add(line(programme, number, "IN_WORK_CONFIRMED", "2023-02-10", ""));
            } else if (number < 8) {
                lines.add(line(programme, number, "JOB_END", "2022-12-01", ""));
            }
        }
        record(provider(), lines);
        return programme;
    }

    @Test
    void tellsTheFunnelWithIntervals() {
        outcomes("programme=" + academy() + "&policy=NONE")
                .body("funnel.stage", contains("REFERRED", "STARTED", "COMPLETED", "OFFERED", "IN_WORK", "SUSTAINED"))
                .body("funnel.people", contains(0, 12, 0, 10, 9, 6))
                .body("conversions.find { it.from == 'STARTED' && it.to == 'OFFERED' }.part", is(10))
                .body("conversions.find { it.from == 'STARTED' && it.to == 'OFFERED' }.whole", is(12))
                .body("conversions.find { it.from == 'STARTED' && it.to == 'OFFERED' }.percent", is(83.3f))
                .body("conversions.find { it.from == 'STARTED' && it.to == 'OFFERED' }.low", is(55.2f))
                .body("conversions.find { it.from == 'STARTED' && it.to == 'OFFERED' }.high", is(95.3f))
                .body("matured.people", is(9))
                .body("matured.sustained", is(6))
                .body("matured.ended", is(2))
                .body("matured.notKnown", is(1))
                .body("matured.percent", is(66.7f))
                .body("rules", contains("THREE_MONTHS/1"))
                .body("coverage.inWords", is("1 of 1 programme"));
    }

    @Test
    void estimatesTheShareThatStays() {
        outcomes("programme=" + academy() + "&policy=NONE")
                .body("kaplanMeier.horizon", is(91))
                .body("kaplanMeier.steps.day", contains(30))
                .body("kaplanMeier.steps.atRisk", contains(8))
                .body("kaplanMeier.steps.left", contains(2))
                .body("kaplanMeier.share", is(75.0f))
                .body("kaplanMeier.error", is(15.3f));
    }

    @Test
    void tellsWhatWasKnownOfADay() {
        var programme = academy();
        outcomes("programme=%s&policy=NONE&asOf=2022-10-31".formatted(programme))
                .body("funnel.people", contains(0, 12, 0, 10, 0, 0))
                .body("matured.people", is(0));
        outcomes("programme=%s&policy=NONE&asOf=2022-12-31".formatted(programme))
                .body("funnel.people", contains(0, 12, 0, 10, 9, 0))
                .body("matured.people", is(0));
        outcomes("programme=%s&policy=NONE&asOf=2023-02-09".formatted(programme))
                .body("matured.people", is(9))
                .body("matured.notKnown", is(7));
    }

    @Test
    void keepsSmallNumbersBackUnlessAskedOtherwise() {
        outcomes("programme=" + academy())
                .body("policy", is("HES/1"))
                .body("funnel[1].people", is(10))
                .body("funnel[5].people", nullValue())
                .body("funnel[5].suppressed", is(true))
                .body("matured.percent", nullValue())
                .body("kaplanMeier.steps", nullValue())
                .body("breakdowns.find { it.by == 'place' }.slices[0].funnel[1].people", nullValue());
    }

    @Test
    void breaksOutcomesDown() {
        var programme = academy();
        outcomes("programme=%s&policy=NONE".formatted(programme))
                .body(
                        "breakdowns.by",
                        contains("programme", "year", "place", "decile", "age-band", "employer", "group"))
                .body("breakdowns.find { it.by == 'place' }.slices.key", contains("Basildon"))
                .body("breakdowns.find { it.by == 'place' }.slices[0].funnel.people", contains(0, 6, 0, 6, 6, 6))
                .body("breakdowns.find { it.by == 'year' }.slices.key", contains("2022-23"))
                .body("breakdowns.find { it.by == 'employer' }.slices.key", contains("mseft"))
                .body(
                        "breakdowns.find { it.by == 'employer' }.slices[0].name",
                        is("Mid and South Essex NHS Foundation Trust"))
                .body("breakdowns.find { it.by == 'employer' }.slices[0].signatory", is(true));
        outcomes("programme=%s&policy=NONE&place=Basildon".formatted(programme)).body("funnel[1].people", is(6));
        outcomes("programme=%s&policy=NONE&year=2021-22".formatted(programme))
                .body("funnel[1].people", is(0))
                .body("coverage.inWords", is("0 of 1 programme"));
    }

    @Test
    void countsTargetGroupsByTheirFlags() {
        var programme = programme();
        var id = participant(programme, "P-1", "");
        participant(programme, "P-2", "");
        as(Tokens.of("equality", "mse-icb", Role.EQUALITY_DATA))
                .header("If-Match", "\"0\"")
                .body("{\"veteran\": \"YES\", \"carer\": \"PREFER_NOT_TO_SAY\"}")
                .put("/api/employment/v1/participants/%s/equality-flags".formatted(id))
                .then()
                .statusCode(200);
        record(
                provider(),
                List.of(
                        line(programme, "P-1", "STARTED", "2022-09-05"),
                        line(programme, "P-2", "STARTED", "2022-09-05")));
        outcomes("programme=%s&policy=NONE".formatted(programme))
                .body("breakdowns.find { it.by == 'group' }.slices.key", contains("veteran"))
                .body("breakdowns.find { it.by == 'group' }.slices[0].funnel[1].people", is(1));
        outcomes("programme=%s&policy=NONE&group=veteran".formatted(programme)).body("funnel[1].people", is(1));
        outcomes("programme=%s&policy=NONE&group=carer".formatted(programme)).body("funnel[1].people", is(0));
    }

    @Test
    void countsAPersonOnceWhereProvidersAgreed() {
        var provider = "provider-" + Long.toString(System.nanoTime(), 36);
        var token = Tokens.of("provider-of-" + provider, provider, Role.PROGRAMME_PROVIDER);
        var agreed = List.of(programme(provider, "THREE_MONTHS", true), programme(provider, "THREE_MONTHS", true));
        var shared = ", \"sharedReference\": \"SHARED%d\"".formatted(System.nanoTime());
        for (var programme : agreed) {
            participant(token, programme, "P-1", shared);
            record(token, List.of(line(programme, "P-1", "STARTED", "2022-09-05")));
        }
        outcomes(token, "policy=NONE")
                .body("funnel[1].people", is(1))
                .body("people.mayHoldPeopleTwice", is(false))
                .body("breakdowns.find { it.by == 'programme' }.slices.funnel.collect { it[1].people }", contains(1, 1))
                .body("coverage.inWords", is("2 of 2 programmes"));
        var alone = programme(provider, "THREE_MONTHS", false);
        participant(token, alone, "P-1", "");
        record(token, List.of(line(alone, "P-1", "STARTED", "2022-09-05")));
        outcomes(token, "policy=NONE").body("funnel[1].people", is(2)).body("people.mayHoldPeopleTwice", is(true));
    }

    @Test
    void addsNoTotalsToPeopleAndSaysForHowManyProgrammesItSpeaks() {
        var provider = "provider-" + Long.toString(System.nanoTime(), 36);
        var token = Tokens.of("provider-of-" + provider, provider, Role.PROGRAMME_PROVIDER);
        var counted = programme(provider, "THREE_MONTHS", false);
        participant(token, counted, "P-1", "");
        record(token, List.of(line(counted, "P-1", "STARTED", "2022-09-05")));
        var returned = programme(provider, "IPS", false);
        programme(provider, "IPS", false);
        as(token)
                .body("""
                        {"programme": "%s", "period": "2022-23", "quality": "EXACT",
                         "totals": {"participants": 107, "jobOffers": 40, "sustained": 33}}""".formatted(returned))
                .post("/api/employment/v1/returns")
                .then()
                .statusCode(201);
        outcomes(token, "policy=NONE&year=2022-23")
                .body("funnel[1].people", is(1))
                .body("coverage.inWords", is("1 of 3 programmes"))
                .body("coverage.totalsOnly", contains(returned))
                .body("returns.participants", contains(107))
                .body("returns.inWork", contains(nullValue()));
        outcomes(token, "year=2022-23").body("returns.participants", contains(105));
    }

    @Test
    void isForThoseWhoMaySeeTheProgramme() {
        var programme = academy();
        as(otherProvider()).get(PATH + "?programme=" + programme).then().statusCode(404);
        as(otherProvider()).get(PATH + "?programme=nobodys").then().statusCode(404);
        as(anchorTeam()).get(PATH + "?programme=" + programme).then().statusCode(200);
        as(auditor()).get(PATH + "?programme=" + programme).then().statusCode(200);
        as(Tokens.of("reporter", "mseft", Role.PARTNER_REPORTER))
                .get(PATH)
                .then()
                .statusCode(403);
        as(otherProvider())
                .get(PATH)
                .then()
                .statusCode(200)
                .body("breakdowns.find { it.by == 'programme' }?.slices?.key ?: []", not(hasItem(programme)));
    }

    @Test
    void tellsEverythingThatIsWrongWithAQuestion() {
        as(provider())
                .get(PATH + "?year=2022&decile=11&asOf=yesterday&policy=SECRET&group=everyone")
                .then()
                .statusCode(422)
                .body("faults.at", contains("?year", "?decile", "?asOf", "?policy", "?group"));
        as(provider()).get(PATH + "?deciles=1").then().statusCode(400);
    }

    @Test
    void showsTheRulesThatItCountsBy() {
        as(provider())
                .get("/api/employment/v1/outcome-rules")
                .then()
                .statusCode(200)
                .body("name", contains("THREE_MONTHS", "IPS", "WORK_26_WEEKS", "KICKSTART_6_MONTHS"))
                .body("[0].throughout", contains("P91D", "P3M"))
                .body("[0].longestGap", is(14))
                .body("[1].days", is(91))
                .body("[1].window", is(112))
                .body("[1].paidHours", is(4));
    }

    @Test
    void comesAsAFile() {
        var programme = academy();
        var csv = as(provider()).accept("text/csv").get(PATH + "?policy=NONE&programme=" + programme);
        csv.then()
                .statusCode(200)
                .header("Content-Disposition", containsString("outcomes.csv"))
                .body(containsString("everybody,,,0,12,0,10,9,6,9,6,2,1,66.7"));
        var hes = as(provider())
                .accept("text/csv")
                .get(PATH + "?programme=" + programme)
                .asString();
        assertTrue(hes.contains("everybody,,,0,10,0,10,10,*"), hes);
        var xlsx = as(provider())
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get(PATH + "?programme=" + programme);
        xlsx.then().statusCode(200);
        assertEquals('P', xlsx.asByteArray()[0]);
        assertEquals('K', xlsx.asByteArray()[1]);
    }

    @Test
    void isARecountOfTheRecords() throws SQLException {
        var programme = academy();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select count(distinct participant) from milestone m join participant p on p.id = m.participant
                        where p.programme = '%s' and kind = 'JOB_START'""".formatted(programme))) {
            rows.next();
            outcomes("policy=NONE&programme=" + programme).body("funnel[4].people", is(rows.getInt(1)));
        }
    }

    private static ValidatableResponse outcomes(String query) {
        return outcomes(provider(), query);
    }

    private static ValidatableResponse outcomes(String token, String query) {
        return as(token).get(PATH + "?" + query).then().statusCode(200);
    }

    private static void record(String token, List<String> lines) {
        as(token)
                .contentType("application/x-ndjson")
                .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .post("/api/employment/v1/milestones")
                .then()
                .statusCode(201);
    }

    private static String line(String programme, int number, String kind, String on, String more) {
        return line(programme, "P-%03d".formatted(number), kind, on).replace("}", more + "}");
    }

    private static String line(String programme, String participant, String kind, String on) {
        return "{\"programme\": \"%s\", \"participant\": \"%s\", \"kind\": \"%s\", \"on\": \"%s\"}"
                .formatted(programme, participant, kind, on);
    }
}

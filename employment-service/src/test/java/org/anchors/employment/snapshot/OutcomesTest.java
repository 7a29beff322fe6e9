package org.anchors.employment.snapshot;

import static org.anchors.employment.participant.Partnership.anchorTeam;
import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.auditor;
import static org.anchors.employment.participant.Partnership.equalityOfficer;
import static org.anchors.employment.participant.Partnership.flags;
import static org.anchors.employment.participant.Partnership.otherProvider;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.participants;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.employment.programme.TargetGroups;
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
                .body("breakdowns.by", contains("programme", "year", "place", "decile", "age-band", "employer"))
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

    /** P-1 is a veteran, P-2 is not; both started. */
    private static String withAVeteran() {
        var programme = programme();
        flags(participant(programme, "P-1", ""), "{\"veteran\": \"YES\", \"carer\": \"PREFER_NOT_TO_SAY\"}");
        participant(programme, "P-2", "");
        record(
                provider(),
                List.of(
                        line(programme, "P-1", "STARTED", "2022-09-05"),
                        line(programme, "P-2", "STARTED", "2022-09-05")));
        return programme;
    }

    @Test
    void countsTargetGroupsByTheirFlags() {
        var query = "programme=%s&policy=NONE".formatted(withAVeteran());
        outcomes(equalityOfficer(), query)
                .body(group("veteran") + ".funnel[1].people", is(1))
                .body(group("carer") + ".funnel[1].people", is(0));
        outcomes(equalityOfficer(), query + "&group=veteran").body("funnel[1].people", is(1));
        outcomes(equalityOfficer(), query + "&group=carer").body("funnel[1].people", is(0));
    }

    /** Whoever sees single people, or could change what is recorded of one, could learn that one's flag from two answers. */
    @Test
    void tellsNobodyOfGroupsWhoSeesPeopleAndHasNoRoleForFlags() {
        var programme = withAVeteran();
        for (var token :
                List.of(provider(), auditor(), Tokens.of("auditor-too", null, Role.AUDITOR, Role.ANCHOR_TEAM))) {
            for (var policy : List.of("NONE", "HES")) {
                var query = "programme=%s&policy=%s".formatted(programme, policy);
                outcomes(token, query).body("breakdowns.by", not(hasItem("group")));
                groupsAreNotShown(token, query);
            }
        }
        var elsewhere = Tokens.of("equality-eput", "eput", Role.EQUALITY_DATA, Role.ANCHOR_TEAM);
        groupsAreNotShown(elsewhere, "programme=" + programme);
    }

    private static String group(String key) {
        return "breakdowns.find { it.by == 'group' }.slices.find { it.key == '%s' }".formatted(key);
    }

    @Test
    void tellsTheAnchorTeamOfGroupsOfOneWholeProgrammeUnderAPolicyThatProtects() {
        var programme = withAVeteran();
        outcomes(anchorTeam(), "programme=" + programme)
                .body(group("veteran") + ".funnel[1].people", nullValue())
                .body(group("veteran") + ".funnel[1].suppressed", is(true));
        for (var narrower : List.of("policy=NONE", "place=Basildon", "decile=2", "asOf=2023-01-01", "year=2022-23")) {
            var query = "programme=%s&%s".formatted(programme, narrower);
            outcomes(anchorTeam(), query).body("breakdowns.by", not(hasItem("group")));
            groupsAreNotShown(anchorTeam(), query);
        }
        outcomes(anchorTeam(), "policy=HES").body("breakdowns.by", not(hasItem("group")));
        groupsAreNotShown(anchorTeam(), "programme=" + programme);
    }

    /** Of 16, 8 are veterans, 9 carers and nobody a care leaver: that 7 are no carers would be told by the difference. */
    @Test
    void listsEveryGroupAndKeepsThoseBackThatAreFewOrLeaveFewOthers() {
        var programme = programme();
        var lines = new ArrayList<String>();
        for (var number = 0; number < 16; number++) {
            var id = participant(programme, "P-%03d".formatted(number), "");
            flags(
                    id,
                    "{\"veteran\": \"%s\", \"carer\": \"%s\"}"
                            .formatted(number < 8 ? "YES" : "NO", number < 9 ? "YES" : "NO"));
            lines.add(line(programme, number, "STARTED", "2022-09-05", ""));
        }
        record(provider(), lines);
        outcomes(anchorTeam(), "programme=" + programme)
                .body("funnel[1].people", is(15))
                .body(
                        "breakdowns.find { it.by == 'group' }.slices.key",
                        is(TargetGroups.known().stream().sorted().toList()))
                .body(group("veteran") + ".funnel[1].people", is(10))
                .body(group("carer") + ".funnel[1].suppressed", is(true))
                .body(group("carer") + ".funnel[1].people", nullValue())
                .body(group("care-leaver") + ".funnel[1].suppressed", is(true))
                .body(group("veteran") + ".funnel[4].suppressed", is(true));
    }

    private static void groupsAreNotShown(String token, String query) {
        as(token)
                .get(PATH + "?group=veteran&" + query)
                .then()
                .statusCode(422)
                .body("faults.rule", contains("group-not-shown"));
    }

    @Test
    void saysNothingOfATimeForWhichNobodyWasInSight() {
        var programme = began(10, LocalDate.now(ZoneOffset.UTC).minusDays(2).toString(), List.of());
        outcomes("programme=%s&policy=NONE".formatted(programme))
                .body("funnel[4].people", is(10))
                .body("kaplanMeier.share", nullValue())
                .body("kaplanMeier.atRisk", nullValue())
                .body("kaplanMeier.suppressed", is(false));
    }

    /** 95 % of 20 would be one who left; with its error, among some people more. */
    @Test
    void givesNoSmallNumberAwayByTheCurve() {
        var programme = began(20, "2022-11-01", List.of("JOB_END"));
        outcomes("programme=%s&policy=NONE".formatted(programme))
                .body("kaplanMeier.share", is(95.0f))
                .body("kaplanMeier.atRisk", is(19));
        outcomes("programme=" + programme)
                .body("funnel[4].people", is(20))
                .body("kaplanMeier.share", nullValue())
                .body("kaplanMeier.suppressed", is(true));
        var half = began(20, "2022-11-01", Collections.nCopies(11, "JOB_END"));
        outcomes("programme=" + half)
                .body("kaplanMeier.share", is(50))
                .body("kaplanMeier.error", nullValue())
                .body("kaplanMeier.steps", nullValue());
    }

    /** So many begin work on a day; the first of them end it a month later, the others are in work in the next February. */
    private static String began(int people, String on, List<String> ends) {
        var programme = programme();
        participants(provider(), programme, people, number -> "");
        var lines = new ArrayList<String>();
        for (var number = 0; number < people; number++) {
            lines.add(line(programme, number, "JOB_START", on, ""));
            if (number < ends.size()) {
                lines.add(line(programme, number, "JOB_END", "2022-12-01", ""));
            } else if (on.startsWith("2022")) {
                lines.add(line(programme, number, "IN_WORK_CONFIRMED", "2023-02-10", ""));
            }
        }
        record(provider(), lines);
        return programme;
    }

    /** 13 of 14 are about 15 of 15, which leaves 4 at most for the others. */
    @Test
    void keepsBackWhatWouldGiveASuppressedNumberAway() {
        var programme = programme();
        participants(provider(), programme, 14, number -> ", \"place\": \"%s\""
                .formatted(number == 0 ? "Southend" : "Basildon"));
        record(
                provider(),
                IntStream.range(0, 14)
                        .mapToObj(number -> line(programme, number, "STARTED", "2022-09-05", ""))
                        .toList());
        outcomes("programme=" + programme)
                .body("funnel[1].people", is(15))
                .body("breakdowns.find { it.by == 'place' }.slices.key", contains("Basildon", "Southend"))
                .body(
                        "breakdowns.find { it.by == 'place' }.slices.funnel.collect { it[1].people }",
                        contains(nullValue(), nullValue()))
                .body(
                        "breakdowns.find { it.by == 'place' }.slices.funnel.collect { it[1].suppressed }",
                        contains(true, true))
                .body("breakdowns.find { it.by == 'programme' }.slices.funnel.collect { it[1].people }", contains(15));
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
        participant(token, agreed.getFirst(), "P-2", "");
        record(token, List.of(line(agreed.getFirst(), "P-2", "STARTED", "2022-09-05")));
        outcomes(token, "policy=NONE").body("funnel[1].people", is(2)).body("people.mayHoldPeopleTwice", is(true));
        var alone = programme(provider, "THREE_MONTHS", false);
        participant(token, alone, "P-1", "");
        record(token, List.of(line(alone, "P-1", "STARTED", "2022-09-05")));
        outcomes(token, "policy=NONE").body("funnel[1].people", is(3)).body("people.mayHoldPeopleTwice", is(true));
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
    void showsReturnsOfWhatIsAskedForOnly() {
        var provider = "provider-" + Long.toString(System.nanoTime(), 36);
        var token = Tokens.of("equality-of-" + provider, provider, Role.PROGRAMME_PROVIDER, Role.EQUALITY_DATA);
        var returned = programme(provider, "IPS", false);
        as(token)
                .body("""
                        {"programme": "%s", "period": "2022-04/2022-12", "quality": "EXACT",
                         "totals": {"participants": 107}, "groups": [{"group": "veteran", "totals": {"participants": 12}}]}""".formatted(returned))
                .post("/api/employment/v1/returns")
                .then()
                .statusCode(201);
        outcomes(token, "policy=NONE&group=veteran").body("returns.participants", contains(12));
        outcomes(token, "policy=NONE&asOf=2022-12-31").body("returns.participants", contains(107));
        for (var narrower : List.of("place=Basildon", "decile=1", "asOf=2022-12-30", "group=carer", "year=2021-22")) {
            outcomes(token, "policy=NONE&" + narrower)
                    .body("returns", empty())
                    .body("coverage.totalsOnly", empty())
                    .body("coverage.without", contains(returned));
        }
    }

    @Test
    void showsReturnsOfYearsThatAreNotCountedBesideThoseThatAre() {
        var provider = "provider-" + Long.toString(System.nanoTime(), 36);
        var token = Tokens.of("provider-of-" + provider, provider, Role.PROGRAMME_PROVIDER);
        var programme = programme(provider, "THREE_MONTHS", false);
        as(token)
                .body("""
                        {"programme": "%s", "period": "2021-22", "quality": "EXACT", "totals": {"participants": 107}}""".formatted(programme))
                .post("/api/employment/v1/returns")
                .then()
                .statusCode(201);
        participant(token, programme, "P-1", "");
        record(token, List.of(line(programme, "P-1", "STARTED", "2022-09-05")));
        outcomes(token, "policy=NONE").body("funnel[1].people", is(1)).body("returns.participants", contains(107));
        record(token, List.of(line(programme, "P-1", "JOB_OFFER", "2022-10-05")));
        outcomes(token, "policy=NONE&year=2022-23").body("returns", empty());
    }

    /** 91 days of work from 1 February end on 2 May, three calendar months on 1 May; both are what the rules want. */
    @Test
    void readsTheCurveWhereTheRuleIsMet() {
        for (var rule : List.of("IPS 2023-05-02", "THREE_MONTHS 2023-05-01")) {
            var programme = programme("mse-icb", rule.split(" ")[0], false);
            participant(programme, "P-1", "");
            record(
                    provider(),
                    List.of(
                            line(programme, "P-1", "JOB_START", "2023-02-01").replace("}", ", \"hoursPerWeek\": 35}"),
                            line(programme, "P-1", "JOB_END", rule.split(" ")[1])));
            outcomes("programme=%s&policy=NONE".formatted(programme))
                    .body("matured.sustained", is(1))
                    .body("kaplanMeier.share", is(100.0f));
        }
    }

    /** In the first programme the stay ended early, in the second, later one it did not. */
    @Test
    void takesThePersonsStayAndWhatCameOfItFromOneProgramme() {
        var provider = "provider-" + Long.toString(System.nanoTime(), 36);
        var token = Tokens.of("provider-of-" + provider, provider, Role.PROGRAMME_PROVIDER);
        var shared = ", \"sharedReference\": \"SHARED%d\"".formatted(System.nanoTime());
        var first = programme(provider, "THREE_MONTHS", true);
        var second = programme(provider, "THREE_MONTHS", true);
        participant(token, first, "P-1", shared);
        participant(token, second, "P-1", shared);
        record(
                token,
                List.of(
                        line(first, "P-1", "JOB_START", "2022-09-05"),
                        line(first, "P-1", "JOB_END", "2022-09-20"),
                        line(second, "P-1", "JOB_START", "2022-11-01"),
                        line(second, "P-1", "IN_WORK_CONFIRMED", "2023-02-10")));
        outcomes(token, "policy=NONE")
                .body("funnel[5].people", is(1))
                .body("matured.people", is(1))
                .body("matured.ended", is(1))
                .body("matured.sustained", is(0))
                .body("kaplanMeier.share", is(0.0f));
    }

    @Test
    void speaksOfTheProgrammesThatHadRecordsOnTheDay() {
        var programme = academy();
        outcomes("programme=%s&asOf=2022-09-04".formatted(programme)).body("coverage.inWords", is("0 of 1 programme"));
        outcomes("programme=%s&asOf=2022-09-05".formatted(programme)).body("coverage.inWords", is("1 of 1 programme"));
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
    void hasEverythingInItsFiles() {
        var query = PATH + "?policy=NONE&programme=" + academy();
        csv(query + "&part=conversions", "everybody,,STARTED,OFFERED,10,12,83.3,55.2,95.3");
        csv(query + "&part=conversions", "place,Basildon,STARTED,OFFERED,6,6,100.0,");
        csv(query + "&part=curve", "30,8,2,0.7500,0.1531");
        csv(query + "&part=about", "disclosure policy,NONE");
        csv(query + "&part=about", "coverage,1 of 1 programme");
        csv(query + "&part=about", "in sight for so long,6");
        csv(query + "&part=returns", "programme,basis,period");
        as(provider()).accept("text/csv").get(query + "&part=else").then().statusCode(422);
    }

    private static void csv(String address, String line) {
        as(provider()).accept("text/csv").get(address).then().statusCode(200).body(containsString(line));
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

package org.anchors.employment.snapshot;

import static org.anchors.employment.participant.Partnership.anchorTeam;
import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.auditor;
import static org.anchors.employment.participant.Partnership.otherProvider;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.anchors.employment.snapshot.Recorded.PATH;
import static org.anchors.employment.snapshot.Recorded.academy;
import static org.anchors.employment.snapshot.Recorded.line;
import static org.anchors.employment.snapshot.Recorded.outcomes;
import static org.anchors.employment.snapshot.Recorded.record;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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

    @Inject
    DataSource database;

    @BeforeEach
    void tellOfOrganisations() throws SQLException {
        Partnership.tell(database);
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

    /** Editions rank other areas: decile 1 of one is not decile 1 of another. */
    @Test
    void addsNoDecilesOfTwoEditionsUp() {
        var programme = deciles(7, 3);
        outcomes("policy=NONE&programme=" + programme)
                .body("breakdowns.find { it.by == 'decile' }.slices.key", contains("IMD2015/1", "IMD2025/1"))
                .body("breakdowns.find { it.by == 'decile' }.slices.collect { it.funnel[1].people }", contains(7, 3));
        outcomes("policy=NONE&decile=IMD2015/1&programme=" + programme).body("funnel[1].people", is(7));
        outcomes("policy=NONE&decile=IMD2025/1&programme=" + programme).body("funnel[1].people", is(3));
        outcomes("policy=NONE&decile=IMD2019/1&programme=" + programme).body("funnel[1].people", is(0));
        as(provider())
                .accept("text/csv")
                .get(PATH + "?policy=NONE&programme=" + programme)
                .then()
                .body(containsString("decile,IMD2015/1,,,"));
        for (var withoutEdition : List.of("1", "2015/1", "IMD2015/11", "IMD2015/0")) {
            as(provider())
                    .get(PATH + "?decile=" + withoutEdition)
                    .then()
                    .statusCode(422)
                    .body("faults.at", contains("?decile"));
        }
    }

    /** Starts of people in decile 1 of two editions. */
    private static String deciles(int of2015, int of2025) {
        var programme = programme();
        var lines = new ArrayList<String>();
        for (var number = 0; number < of2015 + of2025; number++) {
            var edition = number < of2015 ? "2015" : "2025";
            var reference = "P-" + number;
            participant(programme, reference, ", \"imdDecile\": 1, \"imdEdition\": \"%s\"".formatted(edition));
            lines.add(line(programme, reference, "STARTED", "2022-09-05"));
        }
        record(provider(), lines);
        return programme;
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
}

package org.anchors.employment.snapshot;

import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.anchors.employment.snapshot.Recorded.academy;
import static org.anchors.employment.snapshot.Recorded.line;
import static org.anchors.employment.snapshot.Recorded.outcomes;
import static org.anchors.employment.snapshot.Recorded.record;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A total says for how many programmes it speaks, and what stands beside it. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class CoverageTest {

    @Inject
    DataSource database;

    @BeforeEach
    void tellOfOrganisations() throws SQLException {
        Partnership.tell(database);
    }

    @Test
    void addsNoTotalsToPeopleAndSaysForHowManyProgrammesItSpeaks() {
        var provider = "provider-own" + Long.toString(System.nanoTime(), 36);
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

    /** employment.md, Counting: 40 of 107 are 37.4 %, 28.8 to 46.8; 33 of 40 are 82.5 %, 68.1 to 91.3. */
    @Test
    void tellsTheConversionsOfTotals() {
        var programme = programme();
        returned(programme, "EXACT", "\"participants\": 107, \"jobOffers\": 40, \"sustained\": 33");
        outcomes("policy=NONE&programme=" + programme)
                .body("returns[0].conversions.from", contains("STARTED", "OFFERED"))
                .body("returns[0].conversions.to", contains("OFFERED", "SUSTAINED"))
                .body("returns[0].conversions.part", contains(40, 33))
                .body("returns[0].conversions.whole", contains(107, 40))
                .body("returns[0].conversions.percent", contains(37.4f, 82.5f))
                .body("returns[0].conversions.low", contains(28.8f, 68.1f))
                .body("returns[0].conversions.high", contains(46.8f, 91.3f));
        outcomes("programme=" + programme)
                .body("returns[0].conversions.part", contains(40, 35))
                .body("returns[0].conversions.whole", contains(105, 40))
                .body("returns[0].conversions.percent", contains(38.1f, 87.5f));
        returned(programme, "EXACT", "\"participants\": 107, \"jobOffers\": 40, \"inWork\": 45, \"sustained\": 6");
        outcomes("programme=" + programme)
                .body("returns[0].conversions.find { it.to == 'IN_WORK' && it.from == 'STARTED' }.percent", is(42.9f))
                .body("returns[0].conversions.find { it.to == 'IN_WORK' && it.from == 'OFFERED' }.part", is(45))
                .body("returns[0].conversions.find { it.to == 'IN_WORK' && it.from == 'OFFERED' }.percent", nullValue())
                .body(
                        "returns[0].conversions.findAll { it.to == 'SUSTAINED' }.percent",
                        contains(nullValue(), nullValue()))
                .body("returns[0].conversions.findAll { it.to == 'SUSTAINED' }.suppressed", contains(true, true));
        returned(programme, "LOWER_BOUND", "\"participants\": 107, \"jobOffers\": 40");
        outcomes("policy=NONE&programme=" + programme)
                .body("returns[0].participants", is(107))
                .body("returns[0].conversions", empty());
    }

    private static void returned(String programme, String quality, String totals) {
        as(provider())
                .body("""
                        {"programme": "%s", "period": "2022-23", "quality": "%s", "totals": {%s}}""".formatted(programme, quality, totals))
                .post("/api/employment/v1/returns")
                .then()
                .statusCode(201);
    }

    @Test
    void showsReturnsOfWhatIsAskedForOnly() {
        var provider = "provider-own" + Long.toString(System.nanoTime(), 36);
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
        for (var narrower :
                List.of("place=Basildon", "decile=IMD2019/1", "asOf=2022-12-30", "group=carer", "year=2021-22")) {
            outcomes(token, "policy=NONE&" + narrower)
                    .body("returns", empty())
                    .body("coverage.totalsOnly", empty())
                    .body("coverage.without", contains(returned));
        }
    }

    /** That nobody has started is known where referrals are recorded, and is not where the programme returned that 107 have. */
    @Test
    void speaksForAProgrammeOfWhichReferralsAreRecordedUnlessItReturnedTotals() {
        var programme = programme();
        participant(programme, "P-1", "");
        record(provider(), List.of(line(programme, "P-1", "REFERRED", "2022-09-05")));
        outcomes("policy=NONE&programme=" + programme)
                .body("coverage.inWords", is("1 of 1 programme"))
                .body("coverage.totalsOnly", empty());
        as(provider())
                .body("""
                        {"programme": "%s", "period": "2022-23", "quality": "EXACT", "totals": {"participants": 107}}""".formatted(programme))
                .post("/api/employment/v1/returns")
                .then()
                .statusCode(201);
        outcomes("policy=NONE&programme=" + programme)
                .body("coverage.inWords", is("0 of 1 programme"))
                .body("coverage.totalsOnly", contains(programme))
                .body("returns.participants", contains(107));
    }

    @Test
    void showsReturnsOfYearsThatAreNotCountedBesideThoseThatAre() {
        var provider = "provider-own" + Long.toString(System.nanoTime(), 36);
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

    @Test
    void speaksOfTheProgrammesThatHadRecordsOnTheDay() {
        var programme = academy();
        outcomes("programme=%s&asOf=2022-09-04".formatted(programme)).body("coverage.inWords", is("0 of 1 programme"));
        outcomes("programme=%s&asOf=2022-09-05".formatted(programme)).body("coverage.inWords", is("1 of 1 programme"));
    }
}

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

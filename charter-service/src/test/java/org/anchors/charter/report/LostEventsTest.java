package org.anchors.charter.report;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.operator;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Scalar;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.Test;

/** reporting.md, Consolidating: a rebuild from the stored reports gives the same projection, and a check says so. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@QuarkusTestResource(Engines.class)
class LostEventsTest {

    private static final String PROJECTION = "/api/charter/v1/projections/consolidated";

    /** A year that the topic, which other tests tell of too, knows nothing about. */
    private static final ReportingYear YEAR = new ReportingYear(2023);

    @Inject
    Reports reports;

    @Inject
    ReportingYears years;

    @Inject
    EntityManager database;

    @Test
    void aRebuildTakesWhatTheTopicHasLostFromTheStoredReports() {
        QuarkusTransaction.requiringNew().run(this::storeWithoutTelling);
        check().body("complete", is(false))
                .body("first.findAll { it.report == 'uoe-2023-24' }.fact", is(List.of("ACCEPTED", "SUBMITTED")));
        given().auth().oauth2(operator()).post(PROJECTION + "/rebuild").then().statusCode(200);
        check().body("first.report", not(hasItem("uoe-2023-24")));
        QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(1L, database.createNativeQuery("""
                                    select count(*) from consolidated_value v
                                    join consolidated_decision d on d.reference = 'uoe-2023-24' and d.decision = 'ACCEPTED'
                                    where v.organisation = 'uoe' and v.year = 2023 and v.indicator = 'EMP-01' and v.top = 4321
                                    """).getSingleResult());
        });
    }

    @Test
    void aRunningSumThatIsNotWhatTheReportsComeToIsToldAndARebuildMendsIt() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                        insert into consolidated_total values (2019, 'EMP-08', '', 1, 0, 7, 0, 0, 0, 0, 0, 0)
                        """).executeUpdate());
        check().body("complete", is(false))
                .body("differing.find { it.what == 'EMP-08' }.year", is("2019-20"))
                .body("differing.find { it.what == 'EMP-08' }.kept", is("consolidated_total"));
        given().auth().oauth2(operator()).post(PROJECTION + "/rebuild").then().statusCode(200);
        check().body("differing", is(List.of()));
    }

    private void storeWithoutTelling() {
        var report = AnnualReport.submitted("uoe", YEAR, Instant.parse("2024-06-01T09:00:00Z"));
        var sent = new Submission(
                "uoe",
                YEAR.toString(),
                null,
                null,
                List.of(new Submission.Value(
                        "EMP-01", null, null, new Scalar.Number(new BigDecimal(4_321)), null, null, null)),
                null,
                null);
        var origin =
                new Revision.Origin("2024.1", years.require(YEAR.toString()).due(), "somebody", List.of(), List.of());
        var revision = Revision.of(report, Revision.Kind.SUBMISSION, sent, origin);
        reports.add(
                new FirstReport(report, revision, years.require(YEAR.toString()).due(), List.of()));
        assertEquals(
                1,
                database.createNativeQuery("delete from outbox where key = 'uoe-2023-24'")
                        .executeUpdate());
        var stored = reports.findById(report.reference());
        reports.add(
                stored.accept(new Decision.Words(Instant.parse("2024-06-02T09:00:00Z"), "somebody", null, List.of())));
    }

    private static ValidatableResponse check() {
        return given().auth()
                .oauth2(operator())
                .get(PROJECTION + "/check")
                .then()
                .statusCode(200);
    }
}

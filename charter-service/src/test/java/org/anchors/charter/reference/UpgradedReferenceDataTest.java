package org.anchors.charter.reference;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.anchors.charter.report.OwnDatabase;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** operations.md, Upgrade: the version before starts on the newer database too. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@QuarkusTestResource(Engines.class)
class UpgradedReferenceDataTest {

    private static final String CATALOGUE = "indicators-2024.1.json";

    /** Of the file as it was released: what the version before looks for, and loads the file without. */
    private static final String RELEASED = "fd1342c89a79f1d00debb0865fae4316dd5000ee2848d3b962b2849117f4633e";

    @Inject
    ReferenceData data;

    @Inject
    EntityManager database;

    @Test
    void whatWasReportedUnderStaysWhatTheVersionBeforeLoadedAndTellsHowValuesAreAdded() {
        QuarkusTransaction.requiringNew().run(this::asTheVersionBeforeLeftIt);
        data.load(new StartupEvent());
        QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(RELEASED, digest());
            assertEquals(List.of("2024.1"), editions());
        });
        given().auth()
                .oauth2(anchorTeam())
                .get("/api/charter/v1/indicators?year=2024-25")
                .then()
                .statusCode(200)
                .body("edition", equalTo("2024.1"))
                .body("indicators.find { it.code == 'PRO-06' }.attributes.adding", contains("ALIKE"));
    }

    @AfterEach
    void clear() {
        QuarkusTransaction.requiringNew().run(() -> {
            change("delete from report_revision where reference = 'police-2056-57'");
            change("delete from annual_report where reference = 'police-2056-57'");
            change("delete from reporting_year where year = 2056");
        });
    }

    /** A report under the edition as it was released, and that file noted as loaded. No event tells of it: who takes one reads the edition. */
    private void asTheVersionBeforeLeftIt() {
        change("insert into reporting_year (year, opens, due) values (2056, '2057-04-01', '2057-09-30')");
        change("insert into annual_report (reference, organisation, year, state, revision, submitted_at, version)"
                + " values ('police-2056-57', 'police', 2056, 'SUBMITTED', 1, now(), 0)");
        change("insert into report_revision (reference, revision, submitted_at, submitted_by, catalogue)"
                + " values ('police-2056-57', 1, now(), 'somebody', '2024.1')");
        database.createNativeQuery("update indicator_catalogue set definition = :definition where edition = '2024.1'")
                .setParameter("definition", ReferenceData.read(CATALOGUE))
                .executeUpdate();
        database.createNativeQuery("delete from reference_file where file like 'indicators%'")
                .executeUpdate();
        database.createNativeQuery(
                        "insert into reference_file (file, digest, loaded_at) values (:file, :digest, now())")
                .setParameter("file", CATALOGUE)
                .setParameter("digest", RELEASED)
                .executeUpdate();
    }

    private void change(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }

    private String digest() {
        return (String) database.createNativeQuery("select digest from reference_file where file = :file")
                .setParameter("file", CATALOGUE)
                .getSingleResult();
    }

    private List<?> editions() {
        return database.createNativeQuery("select edition from indicator_catalogue")
                .getResultList();
    }
}

package org.anchors.charter.reference;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.report;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.anchors.charter.report.ReportExamples.value;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.anchors.charter.report.OwnDatabase;
import org.anchors.kit.testing.Engines;
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
        given().auth()
                .oauth2(reporterOf("fire"))
                .header("Idempotency-Key", newKey())
                .contentType(ContentType.JSON)
                .body(report("fire", "2025-26", value("EMP-01", 900)))
                .post(REPORTS)
                .then()
                .statusCode(201);
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

    /** Reports under the edition as it was released, and that file noted as loaded. */
    private void asTheVersionBeforeLeftIt() {
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

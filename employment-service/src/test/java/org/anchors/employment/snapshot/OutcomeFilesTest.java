package org.anchors.employment.snapshot;

import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.anchors.employment.snapshot.Recorded.PATH;
import static org.anchors.employment.snapshot.Recorded.academy;
import static org.anchors.employment.snapshot.Recorded.line;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class OutcomeFilesTest {

    @Inject
    DataSource database;

    @BeforeEach
    void tellOfOrganisations() throws SQLException {
        Partnership.tell(database);
    }

    @Test
    void comesAsAFile() {
        var programme = academy();
        var csv = as(provider()).accept("text/csv").get(PATH + "?policy=NONE&programme=" + programme);
        csv.then()
                .statusCode(200)
                .header("Content-Disposition", containsString("outcomes.csv"))
                .body(containsString("everybody,,,,0,12,0,10,9,6,9,6,2,1,66.7"));
        var hes = as(provider())
                .accept("text/csv")
                .get(PATH + "?programme=" + programme)
                .asString();
        assertTrue(hes.contains("everybody,,,,0,10,0,10,10,*"), hes);
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
        csv(query, "by,key,name,signatory,");
        csv(query, "employer,mseft,Mid and South Essex NHS Foundation Trust,yes,");
        csv(query, "place,Basildon,,,");
        csv(query + "&part=about", "people are recognised between,");
        csv(query + "&part=conversions", "everybody,,STARTED,OFFERED,10,12,83.3,55.2,95.3");
        csv(query + "&part=conversions", "place,Basildon,STARTED,OFFERED,6,6,100.0,");
        csv(query + "&part=curve", "30,8,2,0.7500,0.1531");
        csv(query + "&part=about", "disclosure policy,NONE");
        csv(query + "&part=about", "coverage,1 of 1 programme");
        csv(query + "&part=about", "in sight for so long,6");
        csv(query + "&part=conversions", "everybody,,IN_WORK,SUSTAINED,6,9,66.7,");
        csv(query + "&part=returns", "programme,basis,period");
        csv(query + "&part=return-conversions", "programme,basis,period,from,to,part,whole,percent,low,high");
        as(provider()).accept("text/csv").get(query + "&part=else").then().statusCode(422);
    }

    @Test
    void hasTheConversionsOfTotalsInItsFiles() {
        var programme = programme();
        as(provider())
                .body("""
                        {"programme": "%s", "period": "2022-23", "quality": "EXACT",
                         "totals": {"participants": 107, "jobOffers": 40, "sustained": 6}}""".formatted(programme))
                .post("/api/employment/v1/returns")
                .then()
                .statusCode(201);
        var query = PATH + "?part=return-conversions&programme=" + programme;
        csv(query + "&policy=NONE", programme + ",RETURN,2022-23,STARTED,OFFERED,40,107,37.4,28.8,46.8");
        csv(query, programme + ",RETURN,2022-23,OFFERED,SUSTAINED,*,40,,,");
    }

    private static void csv(String address, String line) {
        as(provider()).accept("text/csv").get(address).then().statusCode(200).body(containsString(line));
    }
}

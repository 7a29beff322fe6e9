package org.anchors.employment.milestone;

import static org.anchors.employment.milestone.Sending.json;
import static org.anchors.employment.milestone.Sending.one;
import static org.anchors.employment.milestone.Sending.refused;
import static org.anchors.employment.milestone.Sending.send;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.employment.participant.Stored;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** employment.md, Privacy: what says who somebody is is refused, and neither kept nor repeated. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class MilestonePrivacyTest {

    @Inject
    DataSource database;

    @BeforeEach
    void tellOfOrganisations() throws SQLException {
        Partnership.tell(database);
    }

    @Test
    void refusesPersonalDataInAnyFieldOfAnyRow() {
        var programme = programme();
        participant(programme, "P-1", "");
        var answer = send("text/csv", """
                programme,participant,kind,on,record_id,employer,reason
                %1$s,943 476 5919,STARTED,2023-01-09,1,,
                %1$s,canary.person1,STARTED,2023-01-09,1,,
                %1$s,P-1,STARTED,2023-01-09,QQ123456C,,
                %1$s,P-1,Canary Person,2023-01-09,1,,
                %1$s,P-1,JOB_START,2023-01-09,1,Canary Person,
                %1$s,P-1,LEFT_EARLY,2023-01-09,1,,lives at CM1 7ET
                """.formatted(programme));
        refused(answer)
                .body(
                        "faults.rule",
                        hasItems(
                                "looks-like-an-nhs-number",
                                "looks-like-a-name",
                                "looks-like-a-national-insurance-number",
                                "looks-like-a-postcode"));
        assertTellsNothing(answer);
        var unknown = json(one(programme, "P-1", "STARTED", "2023-01-09", ", \"fullName\": \"Canary Person\""));
        refused(unknown).body("faults.rule", contains("looks-like-a-name"));
        assertTellsNothing(unknown);
        var column = send(
                "text/csv",
                "programme,participant,kind,on,Canary Person\n%s,P-1,STARTED,2023-01-09,x".formatted(programme));
        refused(column)
                .body("faults.rule", contains("unknown-column"))
                .body("faults.at", contains("row 1, column number 5"));
        assertTellsNothing(column);
        var headless = send("text/csv", "Canary,9434765919,STARTED,2023-01-09");
        refused(headless).body("faults.rule", hasItems("unknown-column", "column-missing"));
        assertTellsNothing(headless);
        var surname = json(one(programme, "P-1", "STARTED", "2023-01-09", ", \"Canary\": 1"));
        refused(surname).body("faults.at", contains("/•••")).body("faults.rule", contains("unknown-field"));
        assertTellsNothing(surname);
    }

    /** Numbers of records often have six digits, and say nothing of a person (decision 0022). */
    @Test
    void takesARecordIdThatMayBeADayInSixDigits() {
        var programme = programme();
        participant(programme, "P-1", "");
        json(one(programme, "P-1", "STARTED", "2023-01-09", ", \"recordId\": \"310190\""))
                .then()
                .statusCode(201)
                .body("accepted", is(1));
    }

    /** A surname alone is like any other word, and a date of birth like any other day: so nothing of the kind is repeated. */
    @Test
    void keepsAndRepeatsNothingThatIsNoKnownValue() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        var answer = send("text/csv?mode=accept-valid", """
                programme,participant,kind,on,employer,reason
                %1$s,P-1,Canaryson,2023-01-09,,
                %1$s,P-1,STARTED,3 May 1998,,
                %1$s,P-1,STARTED,1998-05-03,,
                %1$s,P-1,JOB_START,2023-01-09,Canaryson,
                %1$s,P-1,LEFT_EARLY,2023-01-09,,Canaryson
                """.formatted(programme));
        answer.then().statusCode(201).body("refused", is(5));
        assertTellsNothing(answer);
        assertEquals(List.of("0"), read("""
                        select count(*) from milestone_load
                        where outcome like '%anaryson%' or outcome like '%1998%'"""));
        assertEquals(List.of("0"), read("""
                        select count(*) from milestone_load_fault where concat(place, rule, given, mend) like '%anaryson%' or given like '%1998%'"""));
        assertEquals(List.of("0"), read("select count(*) from idempotency where body like '%anaryson%'"));
    }

    private static void assertTellsNothing(Response answer) {
        for (var personal : List.of("anary", "9434765919", "943 476", "QQ123456", "7ET", "1998")) {
            assertFalse(answer.asString().contains(personal), answer.asString());
        }
    }

    private List<String> read(String sql) throws SQLException {
        return Stored.read(database, sql);
    }
}

package org.anchors.employment.milestone;

import static org.anchors.employment.milestone.Sending.json;
import static org.anchors.employment.milestone.Sending.one;
import static org.anchors.employment.milestone.Sending.refused;
import static org.anchors.employment.milestone.Sending.send;
import static org.anchors.employment.milestone.Sending.states;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchors.contracts.problem.Problem;
import org.anchors.employment.participant.Partnership;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are broken, empty or of another form than they say. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class MilestoneFormsTest {

    @Inject
    DataSource database;

    @BeforeEach
    void tellOfOrganisations() throws SQLException {
        Partnership.tell(database);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv|programme,participant,kind,on,mood",
                "text/csv|programme,participant,kind,on",
                "application/x-ndjson|",
                "application/json|[]"
            })
    void refusesWhatHoldsNoMilestoneInEitherMode(String sent) {
        var parts = sent.split("\\|", -1);
        for (var mode : List.of("all-or-nothing", "accept-valid")) {
            refused(send(parts[0] + "?mode=" + mode, parts[1]));
        }
    }

    @Test
    void takesABrokenLineForOneFaultyRow() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        var sound = one(programme, "P-1", "STARTED", "2023-01-09", "");
        send(
                        "application/x-ndjson?mode=accept-valid",
                        String.join("\n", "{\"programme\": ", sound + sound, "[1]", "", sound, "nonsense"))
                .then()
                .statusCode(201)
                .body("accepted", is(1))
                .body("refused", is(4))
                .body("faults.at", hasItems("line 1", "line 2", "line 3", "line 6"));
        assertEquals(List.of("2022 2023-01-09 null null"), states(database, programme));
    }

    @Test
    void tellsAFewFaultsOfOneObjectHoweverManyItHas() {
        var programme = programme();
        var fields = IntStream.range(0, 50_000)
                .mapToObj(number -> "\"a%d\": 1".formatted(number))
                .collect(Collectors.joining(", ", "{", "}"));
        var answer = json("[%s, %s]".formatted(fields, one(programme, "P-7", "STARTED", "2023-01-09", "")));
        refused(answer).body("faults.at", hasItems("/0/•••", "/1/participant"));
        assertTrue(answer.<List<String>>path("faults.at").size() < 50);
    }

    /** A field within another one has a path, and no field is called by it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"corrects/on\": \"2022-09-05\"",
                ", \"corrects/on\": \"2022-09-05\", \"corrects\": {\"on\": \"2022-09-04\"}",
                ", \"corrects\": {\"on\": \"2022-09-04\"}, \"corrects/kind\": \"STARTED\"",
                ", \"corrects\": {\"corrects/on\": \"2022-09-05\"}"
            })
    void refusesFieldsThatAreCalledByThePathOfAnother(String more) throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        refused(json(one(programme, "P-1", "STARTED", "2022-09-06", more))).body("faults.at", hasItem("/•••"));
        assertEquals(List.of(), states(database, programme));
    }

    @Test
    void refusesARowWithMoreCellsThanThereAreColumns() {
        var programme = programme();
        participant(programme, "P-1", "");
        refused(send("text/csv", """
                        programme,participant,kind,on,record_id
                        %1$s,P-1,STARTED,2023-01-09,1,5
                        """.formatted(programme)))
                .body("faults.at", contains("row 2"))
                .body("faults.rule", contains("cell-without-column"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{\"programme\"", "[1]", "{} {}", "nonsense"})
    void refusesWhatIsNoMilestone(String body) {
        var status = json(body).then().contentType(Problem.MEDIA_TYPE).extract().statusCode();
        assertEquals(4, status / 100);
    }
}

package org.anchors.employment.snapshot;

import static org.anchors.employment.participant.Partnership.anchorTeam;
import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.auditor;
import static org.anchors.employment.participant.Partnership.equalityOfficer;
import static org.anchors.employment.participant.Partnership.flags;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.anchors.employment.snapshot.Recorded.PATH;
import static org.anchors.employment.snapshot.Recorded.line;
import static org.anchors.employment.snapshot.Recorded.outcomes;
import static org.anchors.employment.snapshot.Recorded.record;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.employment.programme.TargetGroups;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outcomes by equality flags, which are shown to those who have a role for them, and to nobody who sees people. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class TargetGroupsTest {

    @Inject
    DataSource database;

    @BeforeEach
    void tellOfOrganisations() throws SQLException {
        Partnership.tell(database);
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
    void tellsTheAnchorTeamOfGroupsWhereItAsksForOneProgrammeAndYear() {
        var programme = withAVeteran();
        var query = "programme=%s&year=2022-23".formatted(programme);
        outcomes(anchorTeam(), query)
                .body(group("veteran") + ".funnel[1].people", nullValue())
                .body(group("veteran") + ".funnel[1].suppressed", is(true));
        for (var other :
                List.of("policy=NONE", "policy=ONS_10_5", "place=Basildon", "decile=IMD2019/2", "asOf=2023-01-01")) {
            outcomes(anchorTeam(), query + "&" + other).body("breakdowns.by", not(hasItem("group")));
            groupsAreNotShown(anchorTeam(), query + "&" + other);
        }
        for (var wider : List.of("policy=HES", "programme=" + programme, "year=2022-23")) {
            outcomes(anchorTeam(), wider).body("breakdowns.by", not(hasItem("group")));
        }
        groupsAreNotShown(anchorTeam(), query);
    }

    /** Everybody's figures are shown as they are: a group's beside them would change with the one whose record is new. */
    @Test
    void tellsTheAnchorTeamOfGroupsAsTheyWereToldAndNotAsTheyAre() {
        var programme = sixteen();
        var query = "programme=%s&year=2022-23".formatted(programme);
        outcomes(anchorTeam(), query).body(group("veteran") + ".funnel[1].suppressed", is(true));
        as(Tokens.of("machine-operator", null, Role.OPERATOR))
                .post("/api/employment/v1/group-totals/runs")
                .then()
                .statusCode(200);
        outcomes(anchorTeam(), query).body(group("veteran") + ".funnel[1].people", is(10));
        var lines = new ArrayList<String>();
        for (var number = 16; number < 23; number++) {
            flags(participant(programme, "P-%03d".formatted(number), ""), "{\"veteran\": \"YES\"}");
            lines.add(line(programme, number, "STARTED", "2022-09-06", ""));
        }
        record(provider(), lines);
        outcomes(anchorTeam(), query + "&policy=NONE").body("funnel[1].people", is(23));
        outcomes(anchorTeam(), query)
                .body(group("veteran") + ".funnel[1].people", is(10))
                .body(group("veteran") + ".funnel[4].people", nullValue())
                .body(group("veteran") + ".matured.suppressed", is(true))
                .body(group("care-leaver") + ".funnel[1].suppressed", is(true));
    }

    /** Of 16, 8 are veterans, 9 carers and nobody a care leaver. */
    private static String sixteen() {
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
        return programme;
    }

    /** That 7 are no carers would be told by the difference. */
    @Test
    void listsEveryGroupAndKeepsThoseBackThatAreFewOrLeaveFewOthers() {
        outcomes(equalityOfficer(), "policy=HES&programme=" + sixteen())
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
}

package org.anchors.employment.snapshot;

import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.participants;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.anchors.employment.snapshot.Recorded.line;
import static org.anchors.employment.snapshot.Recorded.outcomes;
import static org.anchors.employment.snapshot.Recorded.record;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** employment.md, Counting: the same person in two programmes is counted once where both opted in. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class RecognisedPeopleTest {

    @Inject
    DataSource database;

    @BeforeEach
    void tellOfOrganisations() throws SQLException {
        Partnership.tell(database);
    }

    @Test
    void countsAPersonOnceWhereProvidersAgreed() {
        var provider = "provider-own" + Long.toString(System.nanoTime(), 36);
        var token = Tokens.of("provider-of-" + provider, provider, Role.PROGRAMME_PROVIDER);
        var agreed = List.of(programme(provider, "THREE_MONTHS", true), programme(provider, "THREE_MONTHS", true));
        var shared = ", \"sharedReference\": \"SHARED%d\"".formatted(System.nanoTime());
        for (var programme : agreed) {
            participant(token, programme, "P-1", shared);
            record(token, List.of(line(programme, "P-1", "STARTED", "2022-09-05")));
        }
        outcomes(token, "policy=NONE")
                .body("funnel[1].people", is(1))
                .body("people.mayHoldPeopleTwice", is(false))
                .body("breakdowns.find { it.by == 'programme' }.slices.funnel.collect { it[1].people }", contains(1, 1))
                .body("coverage.inWords", is("2 of 2 programmes"));
        as(token)
                .accept("text/csv")
                .get(Recorded.PATH + "?policy=NONE&part=about")
                .then()
                .body(containsString("people are recognised between,\"%s\""
                        .formatted(agreed.stream().sorted().collect(Collectors.joining(", ")))));
        participant(token, agreed.getFirst(), "P-2", "");
        record(token, List.of(line(agreed.getFirst(), "P-2", "STARTED", "2022-09-05")));
        outcomes(token, "policy=NONE").body("funnel[1].people", is(2)).body("people.mayHoldPeopleTwice", is(true));
        var alone = programme(provider, "THREE_MONTHS", false);
        participant(token, alone, "P-1", "");
        record(token, List.of(line(alone, "P-1", "STARTED", "2022-09-05")));
        outcomes(token, "policy=NONE").body("funnel[1].people", is(3)).body("people.mayHoldPeopleTwice", is(true));
    }

    /** Of both programmes' records of it the one holds that knows more. */
    @Test
    void takesAJobThatBothProgrammesRecordedAsItIsKnownBetter() {
        for (var knowing : List.of(0, 1)) {
            var provider = "provider-own" + Long.toString(System.nanoTime(), 36);
            var token = Tokens.of("provider-of-" + provider, provider, Role.PROGRAMME_PROVIDER);
            var shared = ", \"sharedReference\": \"SHARED%d\"".formatted(System.nanoTime());
            var both = List.of(programme(provider, "THREE_MONTHS", true), programme(provider, "THREE_MONTHS", true));
            for (var programme : both) {
                participant(token, programme, "P-1", shared);
                record(token, List.of(line(programme, "P-1", "JOB_START", "2022-09-05")));
            }
            record(token, List.of(line(both.get(knowing), "P-1", "IN_WORK_CONFIRMED", "2022-12-10")));
            outcomes(token, "policy=NONE").body("matured.sustained", is(1)).body("matured.notKnown", is(0));
        }
    }

    /** In the first programme the stay ended early, in the second, later one it did not. */
    @Test
    void takesThePersonsStayAndWhatCameOfItFromOneProgramme() {
        var provider = "provider-own" + Long.toString(System.nanoTime(), 36);
        var token = Tokens.of("provider-of-" + provider, provider, Role.PROGRAMME_PROVIDER);
        var shared = ", \"sharedReference\": \"SHARED%d\"".formatted(System.nanoTime());
        var first = programme(provider, "THREE_MONTHS", true);
        var second = programme(provider, "THREE_MONTHS", true);
        participant(token, first, "P-1", shared);
        participant(token, second, "P-1", shared);
        record(
                token,
                List.of(
                        line(first, "P-1", "JOB_START", "2022-09-05"),
                        line(first, "P-1", "JOB_END", "2022-09-20"),
                        line(second, "P-1", "JOB_START", "2022-11-01"),
                        line(second, "P-1", "IN_WORK_CONFIRMED", "2023-02-10")));
        outcomes(token, "policy=NONE")
                .body("funnel[5].people", is(1))
                .body("matured.people", is(1))
                .body("matured.ended", is(1))
                .body("matured.sustained", is(0))
                .body("kaplanMeier.share", is(0.0f));
    }

    /** 23 and 17 are shown as 25 and 15: 23 at least without 17 at most leaves 6, whoever is in both. */
    @Test
    void keepsBackWhatIsLeftForAProgrammeThoughSomebodyIsInTwo() {
        var provider = "provider-own" + Long.toString(System.nanoTime(), 36);
        var token = Tokens.of("provider-of-" + provider, provider, Role.PROGRAMME_PROVIDER);
        var both = List.of(programme(provider, "THREE_MONTHS", true), programme(provider, "THREE_MONTHS", true));
        var shared = ", \"sharedReference\": \"SHARED%d\"".formatted(System.nanoTime());
        var people = List.of(17, 7);
        for (var index = 0; index < both.size(); index++) {
            var programme = both.get(index);
            participants(token, programme, people.get(index), number -> number == 0 ? shared : "");
            record(
                    token,
                    IntStream.range(0, people.get(index))
                            .mapToObj(number -> line(programme, number, "STARTED", "2022-09-05", ""))
                            .toList());
        }
        outcomes(token, "policy=HES")
                .body("funnel[1].people", is(25))
                .body(
                        "breakdowns.find { it.by == 'programme' }.slices.funnel.collect { it[1].people }",
                        contains(nullValue(), nullValue()));
    }
}

package org.anchors.employment.snapshot;

import static org.anchors.employment.participant.Partnership.participants;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.anchors.employment.snapshot.Recorded.academy;
import static org.anchors.employment.snapshot.Recorded.began;
import static org.anchors.employment.snapshot.Recorded.line;
import static org.anchors.employment.snapshot.Recorded.outcomes;
import static org.anchors.employment.snapshot.Recorded.record;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** reporting.md, Small numbers: what is small, or would tell of what is, is kept back. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class SmallNumbersTest {

    @Inject
    DataSource database;

    @BeforeEach
    void tellOfOrganisations() throws SQLException {
        Partnership.tell(database);
    }

    @Test
    void keepsSmallNumbersBackUnlessAskedOtherwise() {
        outcomes("programme=" + academy())
                .body("policy", is("HES/1"))
                .body("funnel[1].people", is(10))
                .body("funnel[5].people", nullValue())
                .body("funnel[5].suppressed", is(true))
                .body("matured.percent", nullValue())
                .body("kaplanMeier.steps", nullValue())
                .body("breakdowns.find { it.by == 'place' }.slices[0].funnel[1].people", nullValue());
    }

    /** 95 % of 20 would be one who left; with its error, among some people more. */
    @Test
    void givesNoSmallNumberAwayByTheCurve() {
        var programme = began(20, "2022-11-01", List.of("JOB_END"));
        outcomes("programme=%s&policy=NONE".formatted(programme))
                .body("kaplanMeier.share", is(95.0f))
                .body("kaplanMeier.atRisk", is(19));
        outcomes("programme=" + programme)
                .body("funnel[4].people", is(20))
                .body("kaplanMeier.share", nullValue())
                .body("kaplanMeier.suppressed", is(true));
        var half = began(20, "2022-11-01", Collections.nCopies(11, "JOB_END"));
        outcomes("programme=" + half)
                .body("kaplanMeier.share", is(50))
                .body("kaplanMeier.error", nullValue())
                .body("kaplanMeier.steps", nullValue());
    }

    /** 13 of 14 are about 15 of 15, which leaves 4 at most for the others. */
    @Test
    void keepsBackWhatWouldGiveASuppressedNumberAway() {
        var programme = programme();
        participants(provider(), programme, 14, number -> ", \"place\": \"%s\""
                .formatted(number == 0 ? "Southend" : "Basildon"));
        record(
                provider(),
                IntStream.range(0, 14)
                        .mapToObj(number -> line(programme, number, "STARTED", "2022-09-05", ""))
                        .toList());
        outcomes("programme=" + programme)
                .body("funnel[1].people", is(15))
                .body("breakdowns.find { it.by == 'place' }.slices.key", contains("Basildon", "Southend"))
                .body(
                        "breakdowns.find { it.by == 'place' }.slices.funnel.collect { it[1].people }",
                        contains(nullValue(), nullValue()))
                .body(
                        "breakdowns.find { it.by == 'place' }.slices.funnel.collect { it[1].suppressed }",
                        contains(true, true))
                .body("breakdowns.find { it.by == 'programme' }.slices.funnel.collect { it[1].people }", contains(15));
    }

    /** 14 would be shown as 15, which is 13 at least; of two places with 7 at most, neither would have fewer than 6. */
    @Test
    void keepsBackWhatTellsOfSlicesThatAreAllKeptBack() {
        var programme = programme();
        participants(provider(), programme, 14, number -> ", \"place\": \"%s\""
                .formatted(number < 7 ? "Southend" : "Basildon"));
        record(
                provider(),
                IntStream.range(0, 14)
                        .mapToObj(number -> line(programme, number, "STARTED", "2022-09-05", ""))
                        .toList());
        outcomes("programme=" + programme)
                .body("funnel[1].people", nullValue())
                .body("funnel[1].suppressed", is(true))
                .body("breakdowns.slices.flatten().collect { it.funnel[1].people }", everyItem(nullValue()));
    }
}

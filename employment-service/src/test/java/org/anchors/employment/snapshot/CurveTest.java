package org.anchors.employment.snapshot;

import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.anchors.employment.snapshot.Recorded.academy;
import static org.anchors.employment.snapshot.Recorded.began;
import static org.anchors.employment.snapshot.Recorded.line;
import static org.anchors.employment.snapshot.Recorded.outcomes;
import static org.anchors.employment.snapshot.Recorded.record;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class CurveTest {

    @Inject
    DataSource database;

    @BeforeEach
    void tellOfOrganisations() throws SQLException {
        Partnership.tell(database);
    }

    @Test
    void estimatesTheShareThatStays() {
        outcomes("programme=" + academy() + "&policy=NONE")
                .body("kaplanMeier.horizon", is(91))
                .body("kaplanMeier.steps.day", contains(30))
                .body("kaplanMeier.steps.atRisk", contains(8))
                .body("kaplanMeier.steps.left", contains(2))
                .body("kaplanMeier.share", is(75.0f))
                .body("kaplanMeier.error", is(15.3f));
    }

    @Test
    void saysNothingOfATimeForWhichNobodyWasInSight() {
        var programme = began(10, LocalDate.now(ZoneOffset.UTC).minusDays(2).toString(), List.of());
        outcomes("programme=%s&policy=NONE".formatted(programme))
                .body("funnel[4].people", is(10))
                .body("kaplanMeier.share", nullValue())
                .body("kaplanMeier.atRisk", nullValue())
                .body("kaplanMeier.suppressed", is(false));
    }

    /** 91 days of work from 1 February end on 2 May, three calendar months on 1 May; both are what the rules want. */
    @Test
    void readsTheCurveWhereTheRuleIsMet() {
        for (var rule : List.of("IPS 2023-05-02", "THREE_MONTHS 2023-05-01")) {
            var programme = programme("mse-icb", rule.split(" ")[0], false);
            participant(programme, "P-1", "");
            record(
                    provider(),
                    List.of(
                            line(programme, "P-1", "JOB_START", "2023-02-01").replace("}", ", \"hoursPerWeek\": 35}"),
                            line(programme, "P-1", "JOB_END", rule.split(" ")[1])));
            outcomes("programme=%s&policy=NONE".formatted(programme))
                    .body("matured.sustained", is(1))
                    .body("kaplanMeier.share", is(100.0f));
        }
    }
}

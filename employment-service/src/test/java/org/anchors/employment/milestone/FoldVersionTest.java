package org.anchors.employment.milestone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.employment.outcome.Entry;
import org.anchors.employment.outcome.History;
import org.anchors.employment.outcome.JobKind;
import org.anchors.employment.outcome.Journey;
import org.anchors.employment.outcome.Milestone;
import org.anchors.employment.outcome.OutcomeRules;
import org.anchors.kit.platform.Sha256;
import org.junit.jupiter.api.Test;

class FoldVersionTest {

    private static final int LIVES = 2_000;

    /**
     * What these lives come to by every rule, and by which version of the fold. Where this fails, the same records come to something
     * else than they did: raise {@link Journey#VERSION}, so that what is stored is folded anew, and put the new line here.
     */
    private static final String RELEASED = "3 840584c5751319b0b6538cc97843f212c5c1baecbf40de2ec4d3fae9990b2d0a";

    @Test
    void isAnotherVersionWhenTheSameRecordsComeToSomethingElse() {
        var states = IntStream.range(0, LIVES)
                .mapToObj(seed -> life(new Random(seed)))
                .flatMap(life -> OutcomeRules.released().all().stream()
                        .map(rule -> Arrays.toString(State.of(Journey.of(life, rule), rule))))
                .collect(Collectors.joining("\n"));
        assertEquals(RELEASED, Journey.VERSION + " " + Sha256.of(states));
    }

    /** Anything that may happen to somebody, in an order in which it may; every fourth record supersedes another one. */
    private static History life(Random random) {
        var on = LocalDate.of(2022, 1, 1);
        var entries = new ArrayList<Entry>();
        for (var number = 0; number < 4 + random.nextInt(12); number++) {
            on = on.plusDays(random.nextInt(random.nextBoolean() ? 15 : 70));
            var milestone = milestone(on, random);
            var corrects = number > 0 && random.nextInt(4) == 0
                    ? entries.get(random.nextInt(number)).identity()
                    : null;
            entries.add(new Entry(
                    new Entry.Identity(milestone.kind(), on, "record-" + number),
                    milestone,
                    corrects,
                    corrects != null && random.nextBoolean()));
        }
        return History.of(entries);
    }

    private static Milestone milestone(LocalDate on, Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> new Milestone.Referred(on);
            case 1 -> new Milestone.Started(on);
            case 2 -> new Milestone.Completed(on);
            case 3 -> new Milestone.LeftEarly(on, null);
            case 4 -> new Milestone.JobOffer(on, "mseft");
            case 5, 6 -> job(on, random);
            case 7, 8 -> new Milestone.InWorkConfirmed(on);
            default -> new Milestone.JobEnd(on, random.nextBoolean() ? "mseft" : null);
        };
    }

    private static Milestone job(LocalDate on, Random random) {
        var kinds = List.of(JobKind.values());
        return new Milestone.JobStart(
                on,
                random.nextBoolean() ? "mseft" : "ecc",
                random.nextInt(3) == 0 ? null : BigDecimal.valueOf(1L + random.nextInt(40)),
                true,
                kinds.get(random.nextInt(kinds.size())));
    }
}

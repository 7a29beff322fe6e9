package org.anchors.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Each replica of each service and of the gateway is stopped and started, one after the other, under steady load. */
@OnThePlatform
@Order(11)
class RollingRestartDrillIT {

    private static final List<String> YEARS = List.of("2024-25", "2025-26");
    private static final int PARTNERS = 120;
    private static final List<String> PROGRAMS =
            List.of("charter-service", "social-value-service", "employment-service", "gateway");

    private final Platform platform;

    RollingRestartDrillIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void noRequestFailsEveryReportCountsOnceAndNoEventBecomesADeadLetter() {
        var filings = Filing.of(Newcomer.several(platform, "rolling", PARTNERS), YEARS, new Random(1));
        var team = Caller.person(platform, "anchor-team");
        var tallies = YEARS.stream().map(year -> new Tally(team, year)).toList();
        var deadLettersBefore = deadLetters();

        var load = new SteadyLoad(platform, filings);
        try (load) {
            Awaitility.await("the load").until(() -> load.answered() > 10);
            PROGRAMS.stream()
                    .flatMap(program -> platform.replicas(program).stream())
                    .forEach(this::restart);
        }

        assertEquals(List.of(), load.failures());
        var afterwards = Caller.person(platform, "anchor-team");
        tallies.forEach(tally -> tally.grewBy(afterwards, load.posted()));
        assertEquals(deadLettersBefore, deadLetters());
        System.out.printf(
                "Drill: every replica restarted, %d requests answered, %d reports among them, none failed%n",
                load.answered(), load.posted().size());
    }

    private void restart(String replica) {
        platform.anchor("stop", replica).orFail();
        platform.anchor("start", replica).orFail();
    }

    private int deadLetters() {
        return new Events(platform).all("anchors.charter.dlq").size();
    }
}

package org.anchors.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The demonstration as somebody runs it who has just started the platform. */
@OnThePlatform
@Order(2)
class DemoIT {

    private final Platform platform;

    DemoIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void theDemonstrationShowsConsolidatedFiguresAndCanBeGivenAgain() {
        var first = platform.anchor("demo").orFail();
        var again = platform.anchor("demo").orFail();
        assertTrue(first.contains("12 faults"), first);
        for (var year : List.of("2024-25", "2025-26")) {
            assertTrue(first.contains("The consolidated report of " + year), first);
        }
        assertTrue(figures(first).size() > 60, first);
        assertEquals(figures(first), figures(again));
    }

    /** The rows of the tables: they begin with an indicator's code. */
    private static List<String> figures(String output) {
        return output.lines()
                .filter(line -> line.matches("  [A-Z]{3}-\\d\\d .*"))
                .toList();
    }
}

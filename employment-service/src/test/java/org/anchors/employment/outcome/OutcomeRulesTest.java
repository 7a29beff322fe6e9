package org.anchors.employment.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeRulesTest {

    private static final String LINE = """
            {"name": "HALF_YEAR", "version": %d, "from": "%s", "until": %s, "jobs": ["EMPLOYED"], "paidHours": null,
             "throughout": ["%s"], "days": null, "window": null, "longestGap": 7}""";

    @Test
    void areThoseOfTheDesign() {
        assertEquals(
                List.of("THREE_MONTHS/1", "IPS/1", "WORK_26_WEEKS/1", "KICKSTART_6_MONTHS/1"),
                OutcomeRules.released().all().stream().map(OutcomeRule::label).toList());
    }

    @Test
    void aProgrammeIsCountedByTheVersionThatWasInForceWhenItBegan() {
        var rules = rules(
                LINE.formatted(1, "2020-04-01", "\"2023-03-31\"", "P26W"),
                LINE.formatted(2, "2022-04-01", "null", "P6M"));
        assertEquals(Optional.empty(), version(rules, "2020-03-31"));
        assertEquals(Optional.of(1), version(rules, "2022-03-31"));
        assertEquals(Optional.of(2), version(rules, "2022-04-01"));
        assertEquals(Optional.of(2), version(rules, "2030-01-01"));
        assertEquals(1, rules.of("HALF_YEAR", 1).orElseThrow().version());
    }

    @Test
    void areReadAsAWholeOrNotAtAll() {
        assertThrows(UncheckedIOException.class, () -> rules("{\"name\": \"HALF_YEAR\"}"));
        assertThrows(UncheckedIOException.class, () -> rules(LINE.formatted(1, "soon", "null", "P6M")));
    }

    private static Optional<Integer> version(OutcomeRules rules, String day) {
        return rules.inForce("HALF_YEAR", LocalDate.parse(day)).map(OutcomeRule::version);
    }

    private static OutcomeRules rules(String... lines) {
        var file = "[" + String.join(",", lines) + "]";
        return OutcomeRules.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}

package org.anchors.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Holds the consolidated report of a year against what was acknowledged since it was last looked at. */
final class Tally {

    private final String year;
    private final JsonPath before;

    Tally(Caller team, String year) {
        this.year = year;
        this.before = Reports.settled(team, year);
    }

    /**
     * Every acknowledged report counts exactly once, and nothing else does.
     *
     * @param team with a token of now: reports may have been posted for longer than one lasts
     */
    void grewBy(Caller team, List<Filing> acknowledged) {
        var filings = acknowledged.stream()
                .filter(filing -> filing.year().equals(year))
                .toList();
        var after = Reports.settled(team, year);
        grewBy(filings.size(), after, "EMP-01", "coverage.organisations");
        grewBy(sum(filings, Filing::workforce), after, "EMP-01", "value");
        grewBy(sum(filings, Filing::deprived), after, "EMP-03", "numerator");
        grewBy(sum(filings, Filing::workforce), after, "EMP-03", "denominator");
        assertEquals(before.getInt("completeness.submitted") + filings.size(), after.getInt("completeness.submitted"));
        eachOnceIn(team, after, filings);
    }

    private void grewBy(long by, JsonPath after, String figure, String field) {
        var grown = Reports.number(after, figure, field).subtract(Reports.number(before, figure, field));
        assertEquals(BigDecimal.valueOf(by), grown, figure + " " + field + " of " + year);
    }

    /** The figure's provenance names each report, with what it gave. */
    private static void eachOnceIn(Caller team, JsonPath after, List<Filing> filings) {
        var path = after.getString("figures.find { it.id == 'EMP-01' }.provenance");
        List<Map<String, Object>> contributions = Awaitility.await("what was known when the figure was read")
                .atMost(Duration.ofSeconds(30))
                .until(() -> team.get(path), answer -> answer.statusCode() == 200)
                .jsonPath()
                .getList("contributions");
        var given = new HashMap<Object, Long>();
        for (var contribution : contributions) {
            var number = new BigDecimal(String.valueOf(contribution.get("numerator"))).longValueExact();
            assertEquals(null, given.put(contribution.get("report"), number), "a report that counts twice");
        }
        var expected = filings.stream().collect(Collectors.toMap(Filing::reference, Filing::workforce));
        given.keySet().retainAll(expected.keySet());
        assertEquals(expected, given);
    }

    private static long sum(List<Filing> filings, ToLongFunction<Filing> figure) {
        return filings.stream().mapToLong(figure).sum();
    }
}

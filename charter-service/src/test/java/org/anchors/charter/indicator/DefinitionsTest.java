package org.anchors.charter.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.anchors.charter.indicator.Indicator.Caution;
import org.anchors.charter.indicator.Operand.Part;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** reporting.md, What it owns: the definitions that the service ships with are those of indicators.csv, all 45 of them. */
class DefinitionsTest {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(e[0-9]+)?");
    private static final Pattern AGGREGATION = Pattern.compile("^(as (?<other>[A-Z]{3}-\\d{2})|(?<name>[A-Z_]+))");
    private static final Pattern YEAR_ON_YEAR = Pattern.compile("YoY \\+-(?<percent>\\d+)% query");

    @ParameterizedTest
    @MethodSource("rows")
    void aDefinitionSaysWhatItsRowSays(NamedCsvRecord row) throws IOException {
        var indicator = catalogue().find(row.getField("code")).orElseThrow();
        assertEquals(row.getField("pillar"), indicator.pillar());
        assertEquals(row.getField("unit"), indicator.unit());
        assertEquals(direction(row.getField("direction")), indicator.direction());
        assertEquals(aggregation(row), indicator.aggregation());
        assertEquals(row.getField("disclosure_control").equals("yes"), indicator.disclosureControl());
        assertEquals(List.of(row.getField("commitments").split(",")), indicator.commitments());
        assertEquals(caution(row.getField("aggregation")), doubts(indicator));
        bounds(row, indicator);
        rules(row.getField("rules"), indicator);
    }

    @Test
    void thereAreNoOthers() throws IOException {
        assertEquals(
                rows().stream().map(row -> row.getField("code")).toList(),
                catalogue().indicators().stream().map(Indicator::code).toList());
    }

    private static Indicator.Direction direction(String written) {
        return switch (written) {
            case "up" -> Indicator.Direction.UP;
            case "down" -> Indicator.Direction.DOWN;
            case "context" -> Indicator.Direction.CONTEXT;
            case "n/a" -> Indicator.Direction.NONE;
            default -> throw new IllegalArgumentException(written);
        };
    }

    /** What stands behind the name of an aggregation says how it is read, or refers to another indicator's. */
    private static Aggregation aggregation(NamedCsvRecord row) throws IOException {
        var found = AGGREGATION.matcher(row.getField("aggregation"));
        assertTrue(found.find(), row.getField("aggregation"));
        return found.group("other") == null
                ? Aggregation.valueOf(found.group("name"))
                : aggregation(rowOf(found.group("other")));
    }

    /** What the way of adding says of values that may be there twice. */
    private static List<Caution> caution(String aggregation) {
        if (aggregation.contains("host")) {
            return List.of(Caution.HOST_ONLY);
        }
        if (aggregation.equals("SUM (lead org)")) {
            return List.of(Caution.LEAD_ONLY);
        }
        return aggregation.contains("duplicate caveat") ? List.of(Caution.SHARED_PEOPLE) : List.of();
    }

    private static List<Caution> doubts(Indicator indicator) {
        return indicator.adding().stream()
                .filter(caution -> caution != Caution.STATE_ON_A_DAY)
                .toList();
    }

    private static void bounds(NamedCsvRecord row, Indicator indicator) throws IOException {
        var written = row.getField("bounds");
        switch (written) {
            case "bool" -> assertEquals(Kind.TRUTH, indicator.kind());
            case "code list" -> {
                assertEquals(Kind.CODE, indicator.kind());
                assertEquals(List.of(row.getField("numerator").split("; ")), indicator.codes());
            }
            default -> {
                var ends = written.split("\\.\\.", -1);
                assertNumber(ends[0], indicator.lower());
                if (NUMBER.matcher(ends[1]).matches()) {
                    assertNumber(ends[1], indicator.upper());
                } else {
                    assertNotNull(indicator.upper());
                    assertTrue(ends[1].isEmpty() || isBound(indicator, ends[1]), written);
                }
            }
        }
        if (!written.contains("..")) {
            assertNull(indicator.lower());
            assertNull(indicator.upper());
        }
    }

    private static void assertNumber(String expected, @Nullable BigDecimal given) {
        assertEquals(
                new BigDecimal(expected).toBigIntegerExact(),
                Objects.requireNonNull(given).toBigIntegerExact());
    }

    /** By a rule that nobody may explain away, or because it is a part of what the service derives itself. */
    private static boolean isBound(Indicator indicator, String by) throws IOException {
        var derived = catalogue().find(by).filter(other -> other.aggregation() == Aggregation.DERIVED);
        if (derived.isPresent()) {
            return indicator.isShare() && Objects.equals(derived.get().numerator(), indicator.denominator());
        }
        return catalogue().rules().stream()
                .filter(rule -> rule.severity() == Rule.Severity.ERROR
                        && rule.relation() == Rule.Relation.AT_MOST
                        && rule.factor() == null)
                .filter(rule -> rule.left() instanceof Operand.Reference left
                        && left.indicator().equals(indicator.code())
                        && left.part() != Part.DENOMINATOR)
                .map(rule -> rule.right().written())
                .anyMatch(right ->
                        List.of("@" + by, by + ".value", by + ".numerator").contains(right));
    }

    private static void rules(String written, Indicator indicator) {
        if (written.startsWith("integer") && !written.startsWith("integer pence")) {
            assertEquals(0, indicator.places());
        }
        if (written.startsWith("integer pence")) {
            assertEquals(2, indicator.places());
        }
        if (written.startsWith("num<=den")) {
            assertEquals(Kind.RATIO, indicator.kind());
            assertTrue(indicator.isShare());
        }
        var band = YEAR_ON_YEAR.matcher(written);
        if (band.find()) {
            assertNumber(band.group("percent"), indicator.bandPercent());
        }
    }

    private static NamedCsvRecord rowOf(String code) throws IOException {
        return rows().stream()
                .filter(row -> row.getField("code").equals(code))
                .findFirst()
                .orElseThrow();
    }

    static List<NamedCsvRecord> rows() throws IOException {
        try (var stream = DefinitionsTest.class.getResourceAsStream("/indicators.csv")) {
            assertNotNull(stream);
            var rows =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8)).stream()
                            .toList();
            assertFalse(rows.isEmpty());
            return rows;
        }
    }

    private static Catalogue catalogue() throws IOException {
        try (var stream = DefinitionsTest.class.getResourceAsStream("/reference/indicators-2024.1-adding.json")) {
            return new ObjectMapper().readValue(stream, Catalogue.class);
        }
    }
}

package org.anchors.charter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Scalar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the catalogue that need more than a figure, such as hours that a number of rooms can be booked for. */
class AttributeCheckTest {

    private static Catalogue catalogue;

    @BeforeAll
    static void readTheCatalogue() throws IOException {
        try (var stream = AttributeCheckTest.class.getResourceAsStream("/reference/indicators-2024.1-adding.json")) {
            catalogue = new ObjectMapper().readValue(stream, Catalogue.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // indicator, group, value, attribute, its value, the fault or nothing
        "LAB-03, , 17568, rooms, 2, ",
        "LAB-03, , 17569, rooms, 2, more-hours-than-a-year-has",
        "EMP-05, veteran, 12, starters, 12, ",
        "EMP-05, veteran, 13, starters, 12, group-above-starters",
        "PRO-01, , 100, interSignatory, 100, ",
        "PRO-01, , 100, interSignatory, 101, inter-signatory-above-all-spend",
        "LAB-07, , 5, estate, 4, green-space-above-estate",
        "LAB-03, , 1, rooms, many, attribute-form",
        "LAB-06, , 1, apprenticesOfEmp08, EXCLUDED, ",
        "LAB-06, , 1, apprenticesOfEmp08, INCLUDED, attribute-form",
        "SUS-01, , 1, basis, MARKET, ",
        "SUS-01, , 1, basis, GREEN, attribute-form",
        "SUS-01, , 1, factorYear, 20244, attribute-form",
        "SUS-02, , 1, categories, 1;4;15, ",
        "SUS-02, , 1, categories, 1;16, attribute-form",
        "SUS-02, , 1, categories, 1;1, identifier-given-twice",
        "PRO-05, , 1, contracts, A-1;A-2, ",
        "PRO-05, , 1, contracts, A-1;A-1, identifier-given-twice",
        "EMP-01, , 1, colour, blue, unknown-attribute"
    })
    void holdsAFigureAgainstWhatItCarries(
            String indicator,
            @Nullable String group,
            String value,
            String attribute,
            String given,
            @Nullable String fault) {
        assertEquals(
                fault == null ? List.of() : List.of(fault),
                check(indicator, group, value, Map.of(attribute, scalar(given))).faults().stream()
                        .map(Fault::rule)
                        .toList());
    }

    @Test
    void takesAsManyIdentifiersAsFitIntoACellOfAFile() {
        assertEquals(List.of(), rules(identifiers(2_000, 14)));
        assertEquals(List.of("attribute-form"), rules(identifiers(2_001, 5)));
        assertEquals(List.of("attribute-form"), rules(identifiers(2_000, 15)));
    }

    private static String identifiers(int many, int characters) {
        return IntStream.range(0, many)
                .mapToObj(("%0" + characters + "d")::formatted)
                .collect(Collectors.joining(";"));
    }

    private static List<String> rules(String contracts) {
        return check("PRO-05", null, "1", Map.of("contracts", new Scalar.Text(contracts))).faults().stream()
                .map(Fault::rule)
                .toList();
    }

    @Test
    void queriesAnAttributeThatIsAskedForAndMissing() {
        assertTrue(check("LAB-03", null, "12", Map.of()).queries().stream()
                .anyMatch(query ->
                        query.rule().equals("attribute-missing") && query.at().equals("/values/0/attributes/rooms")));
        assertTrue(check("LAB-03", null, "12", Map.of("rooms", scalar("3"))).queries().stream()
                .noneMatch(query -> query.rule().equals("attribute-missing")));
    }

    @Test
    void queriesAMissingFrameworkAndAMissingNarrative() {
        var rules = check("LDP-08", null, "1", Map.of()).queries().stream()
                .map(Findings.Query::rule)
                .toList();
        assertTrue(rules.containsAll(List.of("framework-missing", "narrative-missing")), rules.toString());
        var nothingCoProduced = check("LDP-08", null, "0", Map.of()).queries().stream()
                .map(Findings.Query::rule)
                .toList();
        assertTrue(!nothingCoProduced.contains("narrative-missing"), nothingCoProduced.toString());
    }

    private static Findings check(
            String indicator, @Nullable String group, String value, Map<String, Scalar> attributes) {
        var sent = new Submission.Value(
                indicator, group, null, scalar(value), null, null, null, null, attributes, null, null);
        var year = new ReportingYear(2024);
        var window = new ReportingWindow(year, LocalDate.of(2025, 4, 1), LocalDate.of(2025, 9, 30), null);
        return new ReportCheck(catalogue, window, List.of(), LastYear.none(year.previous()), LocalDate.of(2025, 7, 1))
                .check(new Submission("mseft", "2024-25", null, null, List.of(sent), null, null));
    }

    private static Scalar scalar(String text) {
        return text.matches("\\d+") ? new Scalar.Number(new BigDecimal(text)) : new Scalar.Text(text);
    }
}

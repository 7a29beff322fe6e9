package org.anchors.charter.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** reporting.md, What it owns: the indicator catalogue is data, and the data is checked. */
class CatalogueCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theEditionThatIsShippedIsSoundAndHas45Indicators() throws IOException {
        var catalogue = shipped(all -> {});
        assertEquals(List.of(), CatalogueCheck.faults(catalogue));
        assertEquals(45, catalogue.indicators().size());
    }

    @ParameterizedTest
    @CsvSource({
        // indicator, band in per cent, in percentage points, in steps
        "EMP-01, 20, , ",
        "PRO-01, 30, , ",
        "EMP-03, , 10, ",
        "EMP-04, , 20, ",
        "PRO-03, , 10, ",
        "LDP-05, , , 1",
        "EMP-08, , , "
    })
    void holdsTheBandsOfItsDefinitions(String code, BigDecimal percent, BigDecimal points, BigDecimal steps)
            throws IOException {
        var indicator = shipped(all -> {}).find(code).orElseThrow();
        assertEquals(percent, indicator.bandPercent());
        assertEquals(points, indicator.bandPoints());
        assertEquals(steps, indicator.bandSteps());
    }

    @ParameterizedTest
    @CsvSource({
        "EMP-03, imdEdition",
        "EMP-05, starters",
        "EMP-06, rlwEdition",
        "PRO-01, interSignatory",
        "PRO-02, localityRule",
        "PRO-05, contracts",
        "PRO-06, method",
        "LAB-03, rooms",
        "LAB-06, apprenticesOfEmp08",
        "LAB-07, estate",
        "SUS-01, basis factorYear",
        "SUS-02, categories",
        "SUS-03, baselineYear",
        "LDP-01, approvedOn minute"
    })
    void asksForWhatTheFigureDoesNotSay(String code, String attributes) throws IOException {
        var asked = shipped(all -> {}).find(code).orElseThrow().attributes().stream()
                .filter(Attribute::asked)
                .map(Attribute::name)
                .collect(Collectors.joining(" "));
        assertEquals(attributes, asked);
    }

    @Test
    void namesWhatIsNotSound() throws IOException {
        assertEquals(
                List.of("EMP-01: the lower bound is above the upper"),
                CatalogueCheck.faults(shipped(all -> indicator(all, 0).put("lower", 100_001))));
        assertEquals(
                List.of("EMP-01: only a share has a band in percentage points"),
                CatalogueCheck.faults(shipped(all -> indicator(all, 0).put("bandPoints", 5))));
        assertEquals(
                List.of("group-above-starters: the value has no number @starters"),
                CatalogueCheck.faults(shipped(all -> indicator(all, 4).remove("attributes"))));
        assertTrue(CatalogueCheck.faults(shipped(all -> ((ObjectNode) all.at("/rules/0")).put("left", "EMP-02.value")))
                .contains("more-postcodes-than-staff: VALUE is no part of EMP-02"));
        assertEquals(
                List.of("SUS-06: no rule queries surveys of fewer than 30 answers, which are not pooled"),
                CatalogueCheck.faults(shipped(all -> ((ObjectNode) all.at("/rules/21")).put("right", "25"))));
    }

    private static ObjectNode indicator(JsonNode catalogue, int index) {
        return (ObjectNode) catalogue.at("/indicators/" + index);
    }

    private static Catalogue shipped(Consumer<JsonNode> change) throws IOException {
        try (var stream = CatalogueCheckTest.class.getResourceAsStream("/reference/indicators-2024.1-adding.json")) {
            var catalogue = JSON.readTree(stream);
            change.accept(catalogue);
            return JSON.treeToValue(catalogue, Catalogue.class);
        }
    }
}

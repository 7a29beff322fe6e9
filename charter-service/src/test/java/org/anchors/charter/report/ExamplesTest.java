package org.anchors.charter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Scalar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** examples/README.md: the example reports follow every rule of the catalogue, and what is odd in them is explained. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("../examples/reports");
    private static final ReportingYear FIRST = new ReportingYear(2024);
    private static final ReportingYear SECOND = new ReportingYear(2025);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(Scalar.class, new ScalarReader()))
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"ecc", "eput", "mseft", "provide", "southend", "thurrock"})
    void bothYearsOfAnOrganisationAreSound(String organisation) throws IOException {
        var catalogue = catalogue();
        var first = example(organisation, FIRST);
        var found = check(catalogue, FIRST, LastYear.none(FIRST.previous()), first);
        check(catalogue, SECOND, said(catalogue, first, found), example(organisation, SECOND));
    }

    private static LastYear said(Catalogue catalogue, Submission first, Findings found) {
        var values = first.values().stream()
                .map(Revision.StoredValue::of)
                .map(value -> new LastYear.Said(
                        value.indicator(),
                        value.group(),
                        value.state(),
                        value.value(),
                        value.numerator(),
                        value.denominator(),
                        Objects.requireNonNullElse(Attributes.texts(value.attributes()), Map.of()),
                        value.explanation(),
                        found.queries().stream()
                                .filter(query -> value.indicator().equals(query.indicator()))
                                .filter(query -> Objects.equals(value.group(), query.group()))
                                .map(Findings.Query::rule)
                                .collect(Collectors.toSet())))
                .toList();
        return new LastYear(FIRST, catalogue, values);
    }

    private static Findings check(Catalogue catalogue, ReportingYear year, LastYear lastYear, Submission sent) {
        var today = LocalDate.of(year.start() + 1, 12, 1);
        var window = new ReportingWindow(year, LocalDate.of(year.start() + 1, 4, 1), today, null);
        var found = new ReportCheck(catalogue, window, List.of(), lastYear, today).check(sent);
        assertEquals(List.of(), found.faults());
        assertEquals(
                List.of(),
                found.queries().stream().filter(Findings.Query::isOpen).toList());
        return found;
    }

    private static Submission example(String organisation, ReportingYear year) throws IOException {
        return JSON.readValue(
                Files.readString(EXAMPLES.resolve("%s-%s.json".formatted(organisation, year))), Submission.class);
    }

    private static Catalogue catalogue() throws IOException {
        try (var stream = ExamplesTest.class.getResourceAsStream("/reference/indicators-2024.1-adding.json")) {
            return JSON.readValue(stream, Catalogue.class);
        }
    }

    private static final class ScalarReader extends JsonDeserializer<Scalar> {
        @Override
        public Scalar deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = parser.readValueAsTree();
            if (node.isNumber()) {
                return new Scalar.Number(node.decimalValue());
            }
            return node.isBoolean() ? new Scalar.Truth(node.booleanValue()) : new Scalar.Text(node.asText());
        }
    }
}

package org.anchors.kit.edge;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    enum Colour {
        RED,
        GREEN,
        @JsonProperty("light-blue")
        LIGHT_BLUE
    }

    record Line(@NotBlank String code, @Nullable BigDecimal value) {}

    record Order(
            @NotBlank @Size(max = 10) String name,
            @Nullable Integer count,
            @Nullable Long total,
            @Nullable Boolean open,
            @Nullable LocalDate on,
            @Nullable Instant at,
            @Nullable Colour colour,
            @Nullable Scalar any,
            @NotNull List<@Valid @NotNull Line> lines) {}

    private static final String WHOLE = """
            {"name": "a", "count": 1, "total": 999999999999, "open": true, "on": "2025-06-26",
             "at": "2025-06-26T09:00:00Z", "colour": "GREEN", "any": "x", "lines": [{"code": "M1", "value": 1.50}]}""";

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private final StrictJson json = new StrictJson(VALIDATOR);

    @Test
    void readsWhatFits() {
        var order = read(WHOLE).orRefuse();
        assertEquals(
                new Order(
                        "a",
                        1,
                        999999999999L,
                        true,
                        LocalDate.parse("2025-06-26"),
                        Instant.parse("2025-06-26T09:00:00Z"),
                        Colour.GREEN,
                        new Scalar.Text("x"),
                        List.of(new Line("M1", new BigDecimal("1.50")))),
                order);
    }

    @Test
    void countsNamesValuesAndBracketsUpToTheLimitThatItIsGiven() {
        var body = WHOLE.getBytes(StandardCharsets.UTF_8);
        assertEquals(1, json.<Order>read(body, Order.class, 40).orRefuse().count());
        var refused = assertThrows(Refused.class, () -> json.read(body, Order.class, 10));
        assertEquals(CommonRefusal.BODY_TOO_LARGE, refused.refusal());
        assertTrue(refused.detail().contains("10 names"), refused.detail());
    }

    @Test
    void readsAChoiceByTheNameUnderWhichItIsWritten() {
        var order = read(WHOLE.replace("GREEN", "light-blue")).orRefuse();
        assertEquals(Colour.LIGHT_BLUE, order.colour());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\": 5                    | /name wrong-type",
                "\"name\": {\"x\": [1, {}]}     | /name wrong-type",
                "\"name\": \"elevenchars\"      | /name size",
                "\"name\": \"  \"               | /name missing",
                "\"name\": null                 | /name missing",
                "\"name\": \"a\\u0000\"         | /name character-not-allowed",
                "\"name\": \"a\\ud800\"         | /name character-not-allowed",
                "\"name\": \"\\udc00\\ud800\"   | /name character-not-allowed",
                "\"count\": \"1\"               | /count wrong-type",
                "\"count\": 1.5                 | /count wrong-type",
                "\"count\": 1e2                 | /count wrong-type",
                "\"count\": true                | /count wrong-type",
                "\"count\": 3000000000          | /count number-out-of-range",
                "\"total\": 1000000000000000000 | /total number-beyond-limits",
                "\"open\": \"true\"             | /open wrong-type",
                "\"open\": 1                    | /open wrong-type",
                "\"on\": \"2025-02-30\"         | /on not-a-date",
                "\"on\": 20250630               | /on wrong-type",
                "\"on\": [2025, 6, 30]          | /on wrong-type",
                "\"at\": \"2025-06-26\"         | /at not-a-date",
                "\"at\": 1750000000             | /at wrong-type",
                "\"colour\": \"BLUE\"           | /colour unknown-value",
                "\"colour\": \"\"               | /colour unknown-value",
                "\"colour\": \"red\"            | /colour unknown-value",
                "\"colour\": \"LIGHT_BLUE\"     | /colour unknown-value",
                "\"colour\": 0                  | /colour wrong-type",
                "\"colour\": 7                  | /colour wrong-type",
                "\"colour\": [\"RED\"]          | /colour wrong-type",
                "\"colour\": {}                 | /colour wrong-type",
                "\"colour\": true               | /colour wrong-type",
                "\"any\": \"a\\u0000\"          | /any character-not-allowed",
                "\"any\": \"\\udfff\"           | /any character-not-allowed",
                "\"any\": 1e19                  | /any number-beyond-limits",
                "\"any\": []                    | /any wrong-type",
                "\"lines\": null                | /lines missing",
                "\"lines\": {}                  | /lines wrong-type",
                "\"lines\": \"\"                | /lines wrong-type",
                "\"lines\": 5                   | /lines wrong-type",
                "\"lines\": [5]                 | /lines/0 wrong-type",
                "\"lines\": [[]]                | /lines/0 wrong-type",
                "\"lines\": [\"\"]              | /lines/0 wrong-type",
                "\"lines\": [null]              | /lines/0 missing",
                "\"lines\": [{}]                | /lines/0/code missing",
                "\"colours\": 1                 | /colours unknown-field",
                "\"a/b~c\": [[[]]]              | /a~1b~0c unknown-field",
                "\"x\": 1, \"count\": 1             | /x unknown-field",
                "\"x\": [], \"count\": 1            | /x unknown-field",
                "\"x\": {\"y\": 1}, \"count\": 1    | /x unknown-field",
                "\"lines\": [{\"x\": {}, \"code\": \"M1\"}, {\"code\": \"M2\"}] | /lines/0/x unknown-field",
                "\"lines\": [{\"code\": \"M1\"}, {\"x\": [], \"code\": \"M2\"}], \"count\": 1 | /lines/1/x unknown-field",
                "\"lines\": [{\"code\": \"M1\"}, {\"code\": \"M2\", \"value\": \"2\"}] | /lines/1/value wrong-type",
                "\"lines\": [{\"code\": \"M1\", \"values\": 2}] | /lines/0/values unknown-field",
                "\"lines\": [{\"code\": \"M1\", \"value\": 1e10000000}] | /lines/0/value number-beyond-limits",
                "\"lines\": [{\"code\": \"M1\", \"value\": 1e99999999999}] | /lines/0/value number-beyond-limits",
                "\"lines\": [{\"code\": \"M1\", \"value\": 0e99999999}] | /lines/0/value number-beyond-limits"
            })
    void namesTheOneFaultAndItsPlace(String field, String fault) {
        var found = faults("{" + others(field) + field + "}");
        assertEquals(fault, found.stream().map(StrictJsonTest::text).collect(joining("; ")));
        assertFalse(found.getFirst().mend().isBlank());
    }

    @Test
    void collectsEveryFault() {
        var faults = faults("""
                {"name": 1, "count": "x", "total": 1e30, "open": 0, "on": "?", "at": "?", "colour": "?",
                 "lines": [{"value": "?"}, {"code": "", "x": 1}, 7], "more": {"deep": [1, 2]}}""");
        assertEquals(
                List.of(
                        "/name wrong-type",
                        "/count wrong-type",
                        "/total wrong-type",
                        "/open wrong-type",
                        "/on not-a-date",
                        "/at not-a-date",
                        "/colour unknown-value",
                        "/lines/0/value wrong-type",
                        "/lines/1/x unknown-field",
                        "/lines/2 wrong-type",
                        "/more unknown-field",
                        "/lines/0/code missing",
                        "/lines/1/code missing"),
                faults.stream().map(StrictJsonTest::text).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"name\": }",
                "{'name': 'a'}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"lines\": [{\"code\": \"a\", \"code\": \"b\"}]}",
                "{} {}",
                "{} x",
                "{\"count\": NaN}",
                "{\"count\": 01}",
                "/* */ {}"
            })
    void refusesWhatIsNotOneWellFormedText(String body) {
        assertEquals(CommonRefusal.MALFORMED_JSON, refused(body).refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "\"\"", "\"text\"", "[]", "[{}]", "true"})
    void refusesWhatIsNoObject(String body) {
        assertEquals(CommonRefusal.INVALID_REQUEST, refused(body).refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"lines\": ", "{\"name\": ", "{\"unknown\": ", "{\"lines\": [{\"code\": "})
    void refusesNestingOfAThousandWhereverItStands(String start) {
        assertEquals(
                CommonRefusal.NESTED_TOO_DEEP, refused(start + "[".repeat(1000)).refusal());
    }

    /** Lines by a name of the client's. */
    record Named(Map<String, @NotNull @Valid Line> lines) {}

    @Test
    void namesTheKeyUnderWhichSomethingIsMissing() {
        var body = "{\"lines\": {\"a/b\": {}, \"c\": null, \"d\": {\"code\": \"M1\"}}}";
        var faults = json.<Named>read(body.getBytes(StandardCharsets.UTF_8), Named.class)
                .faults();
        assertEquals(
                List.of("/lines/a~1b/code", "/lines/c"),
                faults.stream().map(Fault::at).toList());
    }

    @Test
    void listsAtMostAThousandFaultsOfAHostileBody() {
        var body = IntStream.range(0, 50_000).mapToObj(i -> "\"x" + i + "\":1").collect(joining(",", "{", "}"));
        assertTrue(faults(body).size() <= 1_010);
    }

    @Test
    void refusesABodyThatIsAllBrackets() {
        var body = "{\"lines\": [" + "{},".repeat(300_000) + "{}]}";
        assertEquals(CommonRefusal.BODY_TOO_LARGE, refused(body).refusal());
    }

    @Test
    void listsNoMoreFaultsThanAnybodyReads() {
        var body = "{\"name\": \"a\", \"lines\": [" + "{},".repeat(2_999) + "{}]}";
        var refused = assertThrows(Refused.class, () -> read(body).orRefuse());
        assertEquals(1_000, refused.faults().size());
        assertEquals("3000 faults, of which 1,000 are listed; nothing was stored.", refused.detail());
    }

    @Test
    void refusesWithTheFaultsOfShapeAndRulesButNotWithTheirEchoes() {
        var reading = read("{\"name\": 5, \"lines\": [{\"code\": \"M1\", \"value\": \"x\"}]}");
        var rules = List.of(
                new Fault("/name", "name-unknown", null, "-"),
                new Fault("/lines/0", "line-without-value", null, "-"),
                new Fault("/lines/0/code", "code-unknown", "M1", "-"));
        var refused = assertThrows(Refused.class, () -> reading.refuseIfFaulty(rules));
        assertEquals(
                List.of("/name wrong-type", "/lines/0/value wrong-type", "/lines/0/code code-unknown"),
                refused.faults().stream().map(StrictJsonTest::text).toList());
    }

    @Test
    void tellsBodiesApartByTheirBytes() {
        assertEquals(read(WHOLE).digest(), read(WHOLE).digest());
        assertFalse(read(WHOLE).digest().equals(read(WHOLE + " ").digest()));
    }

    /** The fields that must be there and are not the one under test. */
    private static String others(String field) {
        return (field.startsWith("\"name\"") ? "" : "\"name\": \"a\", ")
                + (field.startsWith("\"lines\"") ? "" : "\"lines\": [], ");
    }

    private List<Fault> faults(String body) {
        return read(body).faults();
    }

    private Refused refused(String body) {
        return assertThrows(Refused.class, () -> read(body));
    }

    private Reading<Order> read(String body) {
        return json.read(body.getBytes(StandardCharsets.UTF_8), Order.class);
    }

    private static String text(Fault fault) {
        return fault.at() + " " + fault.rule();
    }
}

package org.anchors.charter.report;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Rule;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** reporting.md, Submitting: every rule across the values of a report finds the report that breaks it, and finds no other. */
class CatalogueRulesTest {

    private static final Pattern VALUE = Pattern.compile(
            "(?<code>[A-Z]{3}-\\d{2})(\\[(?<group>[^]]+)])? (?<number>[\\d.]+)(/(?<below>[\\d.]+)?)?( @(?<name>\\w+)=(?<detail>[\\d.]+))?");

    /** Every rule has both of its sides here, where it can at the very bound. */
    private static final List<String> SOUND = List.of(
            "EMP-01 1000",
            "EMP-02 800/900",
            "EMP-03 300/900",
            "EMP-05[care-leaver] 100 @starters=100",
            "EMP-06 990/1000",
            "EMP-07[veteran] 10/1000",
            "EMP-08 150",
            "EMP-11 40/100",
            "EMP-12 40/100",
            "EMP-13 40/40",
            "PRO-01 5000 @interSignatory=5000",
            "PRO-02 1000/5000",
            "PRO-03[vcse] 10/5000",
            "PRO-03[sme] 20/5000",
            "PRO-03[female-owned] 5/5000",
            "PRO-03[creative-community] 1/5000",
            "PRO-03[union] 36/5000",
            "PRO-06 100/100",
            "LAB-03 8784 @rooms=1",
            "LAB-07 10 @estate=10",
            "SUS-06 10/30",
            "SUS-07 620",
            "SUS-07[staff] 620");

    /** What makes the sound report break a rule, by the rule's name and the value that it checks. */
    private static final Map<String, List<String>> BREACHES = Map.ofEntries(
            entry("more-postcodes-than-staff EMP-02.denominator", List.of("EMP-02 800/1001", "EMP-03 300/1001")),
            entry("many-unknown-postcodes EMP-02.denominator", List.of("EMP-02 800/899", "EMP-03 300/899")),
            entry("denominators-differ EMP-03.denominator", List.of("EMP-03 300/901")),
            entry("group-above-starters EMP-05[*].value", List.of("EMP-05[care-leaver] 101 @starters=100")),
            entry("denominator-is-not-workforce EMP-06.denominator", List.of("EMP-06 990/999")),
            entry("more-recorded-than-staff EMP-07[*].denominator", List.of("EMP-07[veteran] 10/1001")),
            entry("more-apprentices-than-staff EMP-08.value", List.of("EMP-08 1001")),
            entry("many-apprentices EMP-08.value", List.of("EMP-08 151")),
            entry("participants-differ EMP-12.denominator", List.of("EMP-12 40/101")),
            entry("more-in-work-than-offers EMP-12.numerator", List.of("EMP-12 41/100")),
            entry("sustained-above-in-work EMP-13.numerator", List.of("EMP-13 41/")),
            entry("more-matured-than-in-work EMP-13.denominator", List.of("EMP-13 40/41")),
            entry("inter-signatory-above-all-spend PRO-01.value", List.of("PRO-01 5000 @interSignatory=5000.01")),
            entry("denominator-is-not-addressable-spend PRO-02.denominator", List.of("PRO-02 1000/4999.99")),
            entry("denominator-is-not-addressable-spend PRO-03[*].denominator", List.of("PRO-03[vcse] 10/5000.01")),
            entry("union-below-largest-class PRO-03[other].numerator", List.of("PRO-03[union] 19.99/5000")),
            entry("union-above-sum-of-classes PRO-03[union].numerator", List.of("PRO-03[union] 36.01/5000")),
            entry("delivered-above-committed PRO-06.numerator", List.of("PRO-06 100.01/100")),
            entry("more-hours-than-a-year-has LAB-03.value", List.of("LAB-03 8784.5 @rooms=1")),
            entry("green-space-above-estate LAB-07.value", List.of("LAB-07 10.1 @estate=10")),
            entry("staff-bikes-above-all-bikes SUS-07[staff].value", List.of("SUS-07[staff] 621")),
            entry("survey-too-small SUS-06.denominator", List.of("SUS-06 10/29")));

    /** Who breaks these has broken another one before. */
    private static final Map<String, String> AT_ONCE = Map.of("more-apprentices-than-staff", "many-apprentices");

    @Test
    void everyRuleOfTheCatalogueHasAReportThatBreaksIt() throws IOException {
        var rules = catalogue().rules().stream().map(CatalogueRulesTest::key).collect(Collectors.toSet());
        assertEquals(new TreeSet<>(rules), new TreeSet<>(BREACHES.keySet()));
    }

    @Test
    void theReportThatTheyAreMadeFromBreaksNone() throws IOException {
        assertEquals(Set.of(), broken(catalogue(), SOUND));
    }

    static Stream<Rule> rules() throws IOException {
        return catalogue().rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsTheReportThatBreaksIt(Rule rule) throws IOException {
        var report = new LinkedHashMap<String, String>();
        SOUND.forEach(value -> report.put(name(value), value));
        BREACHES.getOrDefault(key(rule), List.of()).forEach(value -> report.put(name(value), value));
        var expected = new TreeSet<>(Set.of(rule.severity() + " " + rule.name()));
        if (AT_ONCE.containsKey(rule.name())) {
            expected.add(Rule.Severity.QUERY + " " + AT_ONCE.get(rule.name()));
        }
        assertEquals(expected, broken(catalogue(), report.values().stream().toList()));
    }

    private static String key(Rule rule) {
        return rule.name() + " " + rule.left().written();
    }

    /** Every fault, and the queries that the catalogue's rules bring; what else is asked for is not sent here. */
    private static Set<String> broken(Catalogue catalogue, List<String> values) {
        var rules = catalogue.rules().stream().map(Rule::name).collect(Collectors.toSet());
        var year = new ReportingYear(2024);
        var today = LocalDate.of(2025, 7, 1);
        var window = new ReportingWindow(year, today, today, null);
        var sent = values.stream().map(CatalogueRulesTest::value).toList();
        var findings = new ReportCheck(catalogue, window, List.of(), LastYear.none(year.previous()), today)
                .check(new Submission("mseft", "2024-25", null, null, sent, null, null));
        return Stream.concat(
                        findings.faults().stream().map(Fault::rule).map(rule -> Rule.Severity.ERROR + " " + rule),
                        findings.queries().stream()
                                .map(Findings.Query::rule)
                                .filter(rules::contains)
                                .map(rule -> Rule.Severity.QUERY + " " + rule))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(String value) {
        return Arrays.stream(value.split(" ")).findFirst().orElseThrow();
    }

    private static Submission.Value value(String written) {
        var parts = VALUE.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException(written);
        }
        var isRatio = written.contains("/");
        var number = new BigDecimal(parts.group("number"));
        var below = parts.group("below");
        var name = parts.group("name");
        return new Submission.Value(
                parts.group("code"),
                parts.group("group"),
                null,
                isRatio ? null : new Scalar.Number(number),
                isRatio ? number : null,
                below == null ? null : new BigDecimal(below),
                null,
                null,
                name == null ? null : Map.of(name, new Scalar.Number(new BigDecimal(parts.group("detail")))),
                null,
                null);
    }

    private static Catalogue catalogue() throws IOException {
        try (var stream = CatalogueRulesTest.class.getResourceAsStream("/reference/indicators-2024.1-adding.json")) {
            return new ObjectMapper().readValue(stream, Catalogue.class);
        }
    }
}

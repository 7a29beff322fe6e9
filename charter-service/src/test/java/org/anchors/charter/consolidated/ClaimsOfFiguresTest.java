package org.anchors.charter.consolidated;

import static org.anchors.charter.consolidated.PoolingTest.CATALOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.GivenValues.Given;
import org.anchors.charter.consolidated.Total.Name;
import org.anchors.charter.disclosure.AtMost;
import org.anchors.charter.disclosure.Claim;
import org.anchors.charter.disclosure.DifferencingGuard;
import org.anchors.charter.disclosure.Finding;
import org.anchors.charter.disclosure.Knowledge;
import org.anchors.charter.disclosure.Quantity;
import org.anchors.charter.reportingyear.ReportingYear;
import org.anchors.kit.disclosure.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** reporting.md, Small numbers: what a published figure says. */
class ClaimsOfFiguresTest {

    private static final ReportingYear YEAR = new ReportingYear(2024);
    private static final String EARLIER = "publication 1";
    private static final String THIS = "publication 2";

    @Test
    void aSumSaysItselfAndWhatItsChangeIsMadeOf() {
        var claims = claims(
                THIS,
                Policy.HES,
                List.of(),
                value(2024, "LAB-04", "a", 40),
                value(2024, "LAB-04", "b", 20),
                value(2023, "LAB-04", "a", 30),
                value(2023, "LAB-04", "c", 10));
        assertEquals(
                Map.of(
                        "LAB-04 numerator", "a 40, b 20",
                        "LAB-04 numerator, all of 2023-24", "a 30, c 10",
                        "LAB-04 numerator, of those of both years", "a 40",
                        "LAB-04 numerator, of those of both years in 2023-24", "a 30",
                        "LAB-04 numerator, of joiners", "b 20",
                        "LAB-04 numerator, of leavers in 2023-24", "c 10"),
                said(claims));
    }

    @Test
    void aChangeThatIsKeptBackSaysThatOneOfItsPartsIsSmallAndAWithheldOneNothing() {
        var given = new Given[] {
            value(2024, "LAB-04", "a", 40), value(2024, "LAB-04", "b", 20), value(2023, "LAB-04", "a", 3)
        };
        assertEquals(
                Map.of(
                        "LAB-04 numerator", "a 40, b 20",
                        "LAB-04 numerator, of those of both years in 2023-24", "a 3"),
                said(claims(THIS, Policy.HES, List.of(), given)));
        assertEquals(
                Map.of("LAB-04 numerator", "a 40, b 20"),
                said(claims(THIS, Policy.HES, List.of("LAB-04/change"), given)));
        assertEquals(List.of(), claims(THIS, Policy.HES, List.of("LAB-04"), given));
    }

    @Test
    void aConversionSpeaksOfTheSameOffersAsTheirSum() {
        var claims = claims(THIS, Policy.HES, List.of(), offers("a", 20, 100));
        var parts = claims.stream()
                .collect(Collectors.toMap(
                        Claim::cell, claim -> claim.parts().iterator().next().measure()));
        assertEquals(parts.get("EMP-11 numerator"), parts.get("EMP-11.conversion numerator"));
        assertTrue(parts.containsKey("EMP-11.conversion denominator"), parts::toString);
    }

    @Test
    void figuresThatHaveNothingToDoWithCountsOfPeopleSayNothing() {
        assertEquals(List.of(), claims(THIS, Policy.HES, List.of(), value(2024, "PRO-08", "a", 3)));
        // The workforce bounds those whose status is recorded, and is shown as it is.
        var claims = claims(THIS, Policy.HES, List.of(), value(2024, "EMP-01", "a", 903));
        assertEquals(List.of(Policy.NONE), claims.stream().map(Claim::policy).toList());
        assertTrue(new Measures(CATALOGUE, List.of()).open(YEAR).contains("2024-25 EMP-01 NUMERATOR"));
        assertFalse(new Measures(CATALOGUE, List.of()).open(YEAR).contains("2024-25 EMP-07.veteran DENOMINATOR"));
    }

    @Test
    void theRulesOfTheCatalogueAreKnownToEverybody() {
        var given = Stream.of(part(2024, "EMP-12", "", "a", 9, 0), part(2024, "EMP-13", "", "a", 4, 0));
        var all = given.toList();
        var claims = claims(THIS, Policy.HES, List.of(), all.toArray(Given[]::new));
        assertEquals(
                List.of(new AtMost(
                        new Quantity("2024-25 EMP-13 NUMERATOR", "a", 4),
                        new Quantity("2024-25 EMP-12 NUMERATOR", "a", 9))),
                new Measures(CATALOGUE, all).rules(claims));
    }

    /** 12, 10 and 2: under ONS 10 to 12 are shown as 10. */
    @Test
    void aWholeAndItsPartGiveTheRestAway() {
        var whole = claims(
                EARLIER, Policy.ONS_10_5, List.of(), value(2024, "LAB-04", "a", 10), value(2024, "LAB-04", "b", 2));
        var part = claims(THIS, Policy.ONS_10_5, List.of(), value(2024, "LAB-04", "a", 10));
        var finding = search(Policy.ONS_10_5, whole, part);
        assertEquals("0 to 2", finding.waysIn().getFirst().left().toString());
        assertEquals(
                List.of("LAB-04 numerator in publication 1 (10)", "LAB-04 numerator in publication 2 (10)"),
                finding.waysIn().getFirst().through());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void aRestatedValueIsAnotherQuantityAndPublishingItIsNoContradiction(String whose) {
        var first =
                claims(EARLIER, Policy.HES, List.of(), value(2024, "LAB-04", "a", 30), value(2024, "LAB-04", "b", 50));
        var restated = claims(
                THIS,
                Policy.HES,
                List.of(),
                value(2024, "LAB-04", "a", whose.equals("a") ? 90 : 30),
                value(2024, "LAB-04", "b", whose.equals("b") ? 90 : 50));
        assertTrue(search(Policy.HES, first, restated).isSafe());
    }

    /** Last year's publication said 10 of a and b together; this year's says what a was last year. */
    @Test
    void theYearBeforeInTwoPublicationsGivesTheRestAway() {
        var lastYear = claims(
                new ReportingYear(2023),
                EARLIER,
                Policy.ONS_10_5,
                List.of(),
                value(2023, "LAB-04", "a", 10),
                value(2023, "LAB-04", "b", 2));
        var thisYear = claims(
                THIS, Policy.ONS_10_5, List.of(), value(2024, "LAB-04", "a", 40), value(2023, "LAB-04", "a", 10));
        var finding = search(Policy.ONS_10_5, lastYear, thisYear);
        assertEquals("0 to 2", finding.waysIn().getFirst().left().toString());
        assertTrue(search(
                        Policy.ONS_10_5,
                        lastYear,
                        claims(
                                THIS,
                                Policy.ONS_10_5,
                                List.of("LAB-04/change"),
                                value(2024, "LAB-04", "a", 40),
                                value(2023, "LAB-04", "a", 10)))
                .isSafe());
    }

    private static Finding search(Policy policy, List<Claim> before, List<Claim> now) {
        var all = new ArrayList<>(before);
        all.addAll(now);
        return new DifferencingGuard(THIS, policy)
                .search(new Knowledge(all, List.of(), new Measures(CATALOGUE, List.of()).rules(all)));
    }

    private static List<Claim> claims(String publication, Policy policy, List<String> withheld, Given... given) {
        return claims(YEAR, publication, policy, withheld, given);
    }

    private static List<Claim> claims(
            ReportingYear year, String publication, Policy policy, List<String> withheld, Given... given) {
        var all = List.of(given);
        var figures =
                new Disclosed(Sums.of(totals(all, year)), year.start(), 3, id -> id).figures(policy, CATALOGUE, null);
        var report = new Withheld(withheld).from(ConsolidatedExamples.report(figures));
        var saying = new ClaimsOfFigures(publication, policy, year, new Measures(CATALOGUE, all), all);
        return report.figures().stream()
                .flatMap(figure -> saying.of(CATALOGUE.find(figure.indicator()).orElseThrow(), figure).stream())
                .toList();
    }

    private static Map<String, String> said(List<Claim> claims) {
        return claims.stream().collect(Collectors.toMap(Claim::cell, claim -> claim.parts().stream()
                .sorted()
                .map(quantity -> quantity.of() + " " + quantity.exact())
                .collect(Collectors.joining(", "))));
    }

    private static List<Total> totals(List<Given> given, ReportingYear year) {
        return given.stream()
                .collect(Collectors.groupingBy(one -> Map.entry(one.year(), one.figure())))
                .entrySet()
                .stream()
                .map(figure -> total(figure.getKey().getKey(), figure.getKey().getValue(), figure.getValue(), given))
                .toList();
    }

    private static Total total(int year, Name name, List<Given> now, List<Given> all) {
        var before = all.stream()
                .filter(one -> one.year() == year - 1 && one.figure().equals(name))
                .collect(Collectors.toMap(Given::organisation, Function.identity()));
        var paired = now.stream()
                .filter(one -> before.containsKey(one.organisation()))
                .toList();
        var earlier = paired.stream().map(one -> before.get(one.organisation())).toList();
        return new Total(
                year,
                name.indicator(),
                name.group(),
                now.size(),
                BigDecimal.ZERO,
                sum(now, Given::top),
                sum(now, Given::bottom),
                paired.size(),
                sum(paired, Given::top),
                sum(paired, Given::bottom),
                sum(earlier, Given::top),
                sum(earlier, Given::bottom));
    }

    private static BigDecimal sum(List<Given> given, Function<Given, BigDecimal> part) {
        return given.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Given[] offers(String organisation, long offers, long participants) {
        return new Given[] {
            part(2024, "EMP-11", "", organisation, offers, 0),
            part(2024, "EMP-11", Pooling.CONVERSION, organisation, offers, participants)
        };
    }

    private static Given value(int year, String indicator, String organisation, long value) {
        return part(year, indicator, "", organisation, value, 0);
    }

    private static Given part(int year, String indicator, String group, String organisation, long top, long bottom) {
        return new Given(
                year, new Name(indicator, group), organisation, BigDecimal.valueOf(top), BigDecimal.valueOf(bottom));
    }
}

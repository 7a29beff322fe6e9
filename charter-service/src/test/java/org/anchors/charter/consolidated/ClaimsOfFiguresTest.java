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
import org.anchors.kit.calendar.ReportingYear;
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
    void joinersAndLeaversAreClaimedWhenTheyAreEverybodyOrNobodyIsLeft() {
        assertEquals(
                Map.of(
                        "LAB-04 numerator", "b 20",
                        "LAB-04 numerator, all of 2023-24", "c 10",
                        "LAB-04 numerator, of joiners", "b 20",
                        "LAB-04 numerator, of leavers in 2023-24", "c 10"),
                said(claims(
                        THIS, Policy.HES, List.of(), value(2024, "LAB-04", "b", 20), value(2023, "LAB-04", "c", 10))));
        assertEquals(
                Map.of(
                        "LAB-04 numerator, all of 2023-24", "c 10",
                        "LAB-04 numerator, of leavers in 2023-24", "c 10"),
                said(claims(THIS, Policy.HES, List.of(), value(2023, "LAB-04", "c", 10))));
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
        var sum = new Quantity("2024-25 EMP-11 NUMERATOR", "a", 20);
        var converted = new Quantity("2024-25 EMP-11.conversion NUMERATOR", "a", 20);
        var rules = new Measures(CATALOGUE).rules(claims);
        assertTrue(rules.containsAll(List.of(new AtMost(sum, converted), new AtMost(converted, sum))), rules::toString);
    }

    @Test
    void figuresThatHaveNothingToDoWithCountsOfPeopleSayNothing() {
        assertEquals(List.of(), claims(THIS, Policy.HES, List.of(), value(2024, "PRO-08", "a", 3)));
        // The workforce bounds those whose status is recorded, and is shown as it is.
        var claims = claims(THIS, Policy.HES, List.of(), value(2024, "EMP-01", "a", 903));
        assertEquals(List.of(Policy.NONE), claims.stream().map(Claim::policy).toList());
        assertTrue(new Measures(CATALOGUE).open(YEAR).contains("2024-25 EMP-01 NUMERATOR"));
        assertFalse(new Measures(CATALOGUE).open(YEAR).contains("2024-25 EMP-07.veteran DENOMINATOR"));
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
                new Measures(CATALOGUE).rules(claims));
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

    /** 7 of 8 participants have an offer, and 16 of 16: both sums are 25. Participants of a are 8 to 12. */
    @Test
    void offersAreAtMostTheParticipantsOfTheirConversion() {
        var history = new History(Policy.HES);
        assertTrue(history.publishes(YEAR, List.of(), offers("a", 7, 8)));
        assertEquals("4 to 7", history.wayIn(YEAR, List.of(), both(offers("a", 7, 8), offers("b", 16, 16))));
    }

    @Test
    void whatIsCountedForOneIndicatorBoundsWhatIsCountedForAnother() {
        var history = new History(Policy.HES);
        Given[] x = {part(2024, "EMP-02", "", "x", 8, 8), part(2024, "EMP-03", "", "x", 8, 8)};
        Given[] c = {part(2024, "EMP-02", "", "c", 100, 100), part(2024, "EMP-03", "", "c", 5, 100)};
        assertTrue(history.publishes(YEAR, List.of(), x));
        assertTrue(history.publishes(YEAR, List.of(), c));
        assertEquals("5 to 7", history.wayIn(YEAR, List.of(), both(x, c)));
    }

    @Test
    void aRestatementSwitchesNoRuleOff() {
        var history = new History(Policy.HES);
        Given[] x = {value(2024, "EMP-01", "x", 8), part(2024, "EMP-07", "veteran", "x", 8, 8)};
        Given[] c = {value(2024, "EMP-01", "c", 100), part(2024, "EMP-07", "veteran", "c", 0, 5)};
        assertTrue(history.publishes(YEAR, List.of(), value(2024, "EMP-01", "x", 9)));
        assertTrue(history.publishes(YEAR, List.of(), x));
        assertTrue(history.publishes(YEAR, List.of(), c));
        assertEquals("5 to 7", history.wayIn(YEAR, List.of(), both(x, c)));
    }

    /** Those in work are 3 and 8, published together only; 8 are sustained of b, so a has 1 to 4 in work, and sustained. */
    @Test
    void aRuleBoundsWhatNoFilterSinglesOut() {
        var history = new History(Policy.HES);
        Given[] a = {value(2024, "EMP-13", "a", 2), value(2024, "EMP-12", "a", 3)};
        Given[] b = {value(2024, "EMP-13", "b", 8), value(2024, "EMP-12", "b", 8)};
        assertTrue(history.publishes(YEAR, List.of("EMP-12"), a));
        assertTrue(history.publishes(YEAR, List.of("EMP-12"), b));
        assertEquals("1 to 4", history.wayIn(YEAR, List.of("EMP-13"), both(a, b)));
    }

    @Test
    void rulesFollowFromRulesWhereTheFigureBetweenThemIsWithheld() {
        var history = new History(Policy.HES);
        Given[] a = funnel("a", 3, 3, 2);
        Given[] b = funnel("b", 8, 8, 8);
        var allButSustained =
                List.of("EMP-11", "EMP-11.conversion", "EMP-12", "EMP-12.conversion", "EMP-13.conversion");
        assertTrue(history.publishes(YEAR, allButSustained, a));
        assertTrue(history.publishes(YEAR, allButSustained, b));
        assertEquals(
                "1 to 4",
                history.wayIn(YEAR, List.of("EMP-12", "EMP-12.conversion", "EMP-13", "EMP-13.conversion"), both(a, b)));
    }

    /** Ten of a, and two of b: the ten were published as EMP-12's and are now EMP-11's as well. */
    @Test
    void aCountStaysTheSameUnderAnotherName() {
        var history = new History(Policy.ONS_10_5);
        Given[] a = {value(2024, "EMP-12", "a", 1), part(2024, "EMP-12", Pooling.CONVERSION, "a", 1, 10)};
        Given[] b = {value(2024, "EMP-12", "b", 1), part(2024, "EMP-12", Pooling.CONVERSION, "b", 1, 2)};
        assertTrue(history.publishes(YEAR, List.of(), both(a, b)));
        assertEquals("0 to 2", history.wayIn(YEAR, List.of(), a));
        assertEquals(
                "0 to 2", history.wayIn(YEAR, List.of("EMP-12", "EMP-12.conversion"), both(a, offers("a", 1, 10))));
    }

    /** b is 0 to 4; that the share of the workforce is there or not must say no more. */
    @Test
    void aWithheldChangeLeavesNothingBehind() {
        Given[] before = {
            value(2023, "LAB-04", "a", 50), value(2024, "LAB-04", "a", 8), value(2024, "EMP-01", "a", 2_000)
        };
        var shown = Stream.of(0, 3)
                .map(joining -> figures(both(before, new Given[] {value(2024, "LAB-04", "b", joining)})))
                .toList();
        assertEquals(shown.getFirst(), shown.getLast());
    }

    private static List<ConsolidatedFigure> figures(Given... given) {
        var figures = new Disclosed(Sums.of(totals(List.of(given), YEAR)), YEAR.start(), 3, id -> id)
                .figures(Policy.HES, CATALOGUE, null);
        return new Withheld(List.of("LAB-04/change"))
                .from(ConsolidatedExamples.report(figures))
                .figures();
    }

    /** Publishes in turn, as publications are. */
    private static final class History {

        private final Policy policy;
        private final List<Claim> published = new ArrayList<>();
        private int number;

        History(Policy policy) {
            this.policy = policy;
        }

        boolean publishes(ReportingYear year, List<String> withheld, Given... given) {
            var claims = claims(year, "publication " + ++number, policy, withheld, given);
            var isSafe = search(claims).isSafe();
            published.addAll(claims);
            return isSafe;
        }

        /** What the count that is found out most closely can still be. */
        String wayIn(ReportingYear year, List<String> withheld, Given... given) {
            var finding = search(claims(year, "publication " + ++number, policy, withheld, given));
            return finding.waysIn().getFirst().left().toString();
        }

        private Finding search(List<Claim> claims) {
            var all = Stream.concat(published.stream(), claims.stream()).toList();
            var measures = new Measures(CATALOGUE);
            return new DifferencingGuard("publication " + number, policy)
                    .search(new Knowledge(all, measures.rules(all), measures.open(YEAR)));
        }
    }

    private static Given[] both(Given[] one, Given[] other) {
        return Stream.of(one, other).flatMap(Stream::of).toArray(Given[]::new);
    }

    private static Given[] funnel(String organisation, long participants, long inWork, long sustained) {
        return new Given[] {
            value(2024, "EMP-11", organisation, 0),
            part(2024, "EMP-11", Pooling.CONVERSION, organisation, 0, participants),
            value(2024, "EMP-12", organisation, inWork),
            part(2024, "EMP-12", Pooling.CONVERSION, organisation, inWork, participants),
            value(2024, "EMP-13", organisation, sustained)
        };
    }

    private static Finding search(Policy policy, List<Claim> before, List<Claim> now) {
        var all = new ArrayList<>(before);
        all.addAll(now);
        return new DifferencingGuard(THIS, policy).search(new Knowledge(all, new Measures(CATALOGUE).rules(all)));
    }

    private static List<Claim> claims(String publication, Policy policy, List<String> withheld, Given... given) {
        return claims(YEAR, publication, policy, withheld, given);
    }

    static List<Claim> claims(
            ReportingYear year, String publication, Policy policy, List<String> withheld, Given... given) {
        var all = List.of(given);
        var figures =
                new Disclosed(Sums.of(totals(all, year)), year.start(), 3, id -> id).figures(policy, CATALOGUE, null);
        var report = new Withheld(withheld).from(ConsolidatedExamples.report(figures));
        var saying = new ClaimsOfFigures(publication, policy, year, new Measures(CATALOGUE), all);
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

    static Given value(int year, String indicator, String organisation, long value) {
        return part(year, indicator, "", organisation, value, 0);
    }

    static Given part(int year, String indicator, String group, String organisation, long top, long bottom) {
        return new Given(
                year, new Name(indicator, group), organisation, BigDecimal.valueOf(top), BigDecimal.valueOf(bottom));
    }
}

package org.anchors.charter.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.anchors.charter.disclosure.AtMost;
import org.anchors.charter.disclosure.Claim;
import org.anchors.charter.disclosure.DifferencingGuard;
import org.anchors.charter.disclosure.Knowledge;
import org.anchors.charter.disclosure.Quantity;
import org.anchors.charter.section.Employment.Programme;
import org.anchors.contracts.event.OutcomeTotalsChanged.Basis;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** reporting.md, Small numbers: what published outcomes of programmes say. */
class OutcomeClaimsTest {

    private static final String THIS = "publication 1";

    @Test
    void eachProgrammeAndEachTotalIsSaid() {
        var claims = claims(List.of(programme("academy", 107L, 40L), programme("ambition", null, 26L)), Map.of());
        assertEquals(
                List.of(
                        "employment, jobOffers of academy",
                        "employment, jobOffers of ambition",
                        "employment, participants of academy",
                        "employment, total of jobOffers",
                        "employment, total of participants"),
                claims.stream().map(Claim::cell).sorted().toList());
    }

    /** 8 and 4 are 12, shown as 10: 8 to 12; so is the 8 alone. */
    @Test
    void aTotalAndAllProgrammesButOneGiveTheOneAway() {
        var claims = claims(List.of(programme("academy", null, 8L), programme("ambition", null, 4L)), Map.of());
        var finding = new DifferencingGuard(THIS, Policy.HES).search(new Knowledge(claims, List.of()));
        assertEquals("1 to 4", finding.waysIn().getFirst().left().toString());
        assertEquals(
                "employment, jobOffers of ambition in publication 1",
                finding.waysIn().getFirst().cell());
    }

    @Test
    void whoeverIsInAGroupIsInTheProgramme() {
        var claims = claims(
                List.of(programme("academy", 107L, null)),
                Map.of("care-leaver", List.of(programme("academy", 12L, null))));
        assertEquals(
                List.of(new AtMost(
                        new Quantity("2024-25 programmes.participants.care-leaver", "academy", 12),
                        new Quantity("2024-25 programmes.participants", "academy", 107))),
                OutcomeClaims.rules(claims));
    }

    /** 7 and 7 of participants are kept back; those who were offered a job are 7 and 6, shown as 15: 13 to 17. */
    @Test
    void nobodyIsOfferedAJobWhoDidNotTakePart() {
        var veterans = List.of(programme("academy", 7L, 7L), returned("ambition", 7L, 6L));
        var claims = claims(
                List.of(programme("academy", 50L, 40L), returned("ambition", 60L, 40L)), Map.of("veteran", veterans));
        var ways = new DifferencingGuard(THIS, Policy.HES)
                .search(new Knowledge(claims, OutcomeClaims.rules(claims)))
                .waysIn();
        assertEquals(
                List.of("6 to 7"),
                ways.stream()
                        .filter(way ->
                                way.cell().equals("employment, participants.veteran of academy in publication 1"))
                        .map(way -> way.left().toString())
                        .toList());
    }

    @Test
    void aStepIsAtMostEveryStepBeforeItOfItsGroupAndOfEveryone() {
        var sustained = new Quantity("2024-25 programmes.sustained.veteran", "academy", 2);
        var inWork = new Quantity("2024-25 programmes.inWork.veteran", "academy", 3);
        var participants = new Quantity("2024-25 programmes.participants", "academy", 9);
        var elsewhere = new Quantity("2024-25 programmes.participants", "ambition", 9);
        var claims = Stream.of(sustained, inWork, participants, elsewhere)
                .map(quantity -> new Claim(THIS, "cell", Set.of(quantity), Policy.HES))
                .toList();
        assertEquals(
                Set.of(
                        new AtMost(sustained, inWork),
                        new AtMost(sustained, participants),
                        new AtMost(inWork, participants)),
                Set.copyOf(OutcomeClaims.rules(claims)));
    }

    @Test
    void figuresWithoutAPeriodBelongToNoYear() {
        var claims = new OutcomeClaims(THIS, Policy.HES, new ReportingYear(2024))
                .of(List.of(), Map.of(), List.of(programme("halo", 30L, null)));
        assertTrue(claims.getFirst().parts().stream()
                .allMatch(quantity -> quantity.measure().startsWith(OutcomeClaims.NO_YEAR)));
    }

    private static List<Claim> claims(List<Programme> all, Map<String, List<Programme>> groups) {
        return new OutcomeClaims(THIS, Policy.HES, new ReportingYear(2024)).of(all, groups, List.of());
    }

    private static Programme returned(String name, long participants, long offers) {
        return new Programme(
                name, name, "mse-icb", Basis.RETURN, Quality.EXACT, participants, offers, null, null, null);
    }

    private static Programme programme(String name, @Nullable Long participants, @Nullable Long offers) {
        return new Programme(
                name, name, "mse-icb", Basis.RECORDS, Quality.EXACT, participants, offers, null, null, null);
    }
}

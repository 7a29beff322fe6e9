package org.anchors.socialvalue.opendata;

import java.util.ArrayList;
import java.util.List;

/** A goal beside what is bought, and by what it is pursued; codes of the standard's sustainability extension. */
record Sustainability(String goal, List<String> strategies) {

    private static final List<String> BY_GATE = List.of("selectionCriteria");

    /** Of one lot or several; none where neither criteria, contracts nor gates pursue any. */
    static List<Sustainability> of(Awarded awarded, List<Awarded.OfLot> lots) {
        var strategies = new ArrayList<String>();
        if (lots.stream()
                .anyMatch(of -> of.lot().methodology().socialValueWeight().signum() > 0)) {
            strategies.add("awardCriteria");
        }
        if (lots.stream().anyMatch(of -> !awarded.owedFor(of.lot().key()).isEmpty())) {
            strategies.add("contractPerformanceConditions");
        }
        var goals = new ArrayList<Sustainability>();
        if (!strategies.isEmpty()) {
            goals.add(new Sustainability("social", strategies));
        }
        if (haveGate(lots, "carbon-reduction-plan") || haveGate(lots, "net-zero-commitment")) {
            goals.add(new Sustainability("environmental.carbonEmissionsReduction", BY_GATE));
        }
        if (haveGate(lots, "modern-slavery-assessment")) {
            goals.add(new Sustainability("social.laborRightsPromotion", BY_GATE));
        }
        return goals;
    }

    private static boolean haveGate(List<Awarded.OfLot> lots, String gate) {
        return lots.stream().anyMatch(of -> of.lot().methodology().gatesOrNone().contains(gate));
    }
}

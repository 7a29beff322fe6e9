package org.anchors.socialvalue.methodology;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.anchors.socialvalue.scoring.Scale;
import org.anchors.socialvalue.scoring.TieBreak;
import org.jspecify.annotations.Nullable;

/** The rules of a methodology; finds every fault, in one that may be incomplete. */
public final class MethodologyCheck {

    private static final int MOST_YEARS = 60;
    private static final int MOST_PLACES = 10;

    private final MethodologyBody body;
    private final String at;
    private final Findings found = new Findings();

    private MethodologyCheck(MethodologyBody body, String at) {
        this.body = body;
        this.at = at;
    }

    public static List<Fault> faultsOf(MethodologyBody body, String at) {
        return faultsOf(body, at, body);
    }

    /**
     * The same for lots that policies look at together.
     *
     * @param worth what all of them are worth in GBP with VAT
     */
    public static List<Fault> faultsOf(MethodologyBody body, String at, BigDecimal worth) {
        return faultsOf(body, at, body.within(worth));
    }

    private static List<Fault> faultsOf(MethodologyBody body, String at, MethodologyBody asPoliciesSeeIt) {
        var check = new MethodologyCheck(body, at);
        check.terms();
        check.found.addAll(CriteriaCheck.faultsOf(body, at + "/criteria"));
        check.gates();
        check.scale();
        check.tieBreaks();
        check.valuation();
        check.found.addAll(PolicyCheck.faultsOf(asPoliciesSeeIt, at));
        return check.found.faults();
    }

    private void terms() {
        found.moneyAboveZero(at + "/contractValue", body.contractValue());
        found.moneyAboveZero(at + "/contractValueWithVat", body.contractValueWithVat());
        found.moneyAboveZero(at + "/allLotsWithVat", body.allLotsWithVat());
        if (body.contractValue() != null
                && body.contractValueWithVat() != null
                && body.contractValueWithVat().compareTo(body.contractValue()) < 0) {
            found.add(
                    at + "/contractValueWithVat",
                    "below-value-without-vat",
                    body.contractValueWithVat().toPlainString(),
                    "Send at least contractValue.");
        }
        allLots();
        whole("/termYears", body.termYears(), 1, MOST_YEARS);
        if (body.place() != null) {
            whole("/place/workingAge", body.place().workingAge(), 1, Integer.MAX_VALUE);
        }
        if (body.rounding() != null) {
            whole("/rounding/places", body.rounding().places(), 0, MOST_PLACES);
        }
    }

    private void allLots() {
        var all = body.allLotsWithVat();
        if (all != null
                && body.valueWithVat().filter(one -> all.compareTo(one) < 0).isPresent()) {
            found.add(
                    at + "/allLotsWithVat",
                    "below-the-value-of-one",
                    all.toPlainString(),
                    "Send at least the value with VAT, or leave it out where there is one lot.");
        }
    }

    private void whole(String field, @Nullable Integer number, int least, int most) {
        if (number != null && (number < least || number > most)) {
            found.add(at + field, "out-of-range", number.toString(), "Send %d to %d.".formatted(least, most));
        }
    }

    private void gates() {
        repeated("/gates", body.gatesOrNone());
        var keys = body.allCriteria().keys().collect(Collectors.toSet());
        for (var i = 0; i < body.gatesOrNone().size(); i++) {
            var gate = body.gatesOrNone().get(i);
            if (gate != null && keys.contains(gate)) {
                found.add(
                        at + "/gates/" + i,
                        "key-of-a-criterion",
                        gate,
                        "Use each key for one criterion, part or gate only.");
            }
        }
    }

    private void repeated(String field, List<?> values) {
        var seen = new HashSet<Object>();
        for (var i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value != null && !seen.add(value)) {
                found.add(at + field + "/" + i, "repeated", value.toString(), "Name each only once.");
            }
        }
    }

    private void scale() {
        if (body.scale() == null || body.scale().grades() == null) {
            return;
        }
        var seen = new HashSet<String>();
        var grades = body.scale().grades();
        for (var i = 0; i < grades.size(); i++) {
            var grade = grades.get(i);
            if (grade == null) {
                continue;
            }
            var place = at + "/scale/grades/" + i;
            grade.name()
                    .filter(name -> !seen.add(name))
                    .ifPresent(name -> found.add(place + "/grade", "repeated", name, "Name each grade only once."));
            found.between(place + "/mark", grade.mark(), BigDecimal.ZERO, Scale.HUNDRED);
        }
    }

    private void tieBreaks() {
        repeated("/tieBreak", body.tieBreakOrNone());
        for (var i = 0; i < body.tieBreakOrNone().size(); i++) {
            var tieBreak = body.tieBreakOrNone().get(i);
            if (tieBreak == TieBreak.HIGHEST_ON_HEAVIEST_QUALITY_CRITERION) {
                needs(CriterionBody.Kind.QUALITY, i, tieBreak);
            } else if (tieBreak == TieBreak.HIGHEST_SOCIAL_VALUE) {
                needs(CriterionBody.Kind.SOCIAL_VALUE, i, tieBreak);
            }
        }
    }

    private void needs(CriterionBody.Kind kind, int tieBreak, TieBreak given) {
        if (!body.allCriteria().include(kind)) {
            found.add(
                    at + "/tieBreak/" + tieBreak,
                    "nothing-to-compare",
                    given.name(),
                    "Leave it out, or have a criterion of the kind %s.".formatted(kind));
        }
    }

    private void valuation() {
        var valuation = body.valuationOrGross();
        var place = at + "/valuation";
        found.between(place + "/deadweight", valuation.deadweight(), BigDecimal.ZERO, BigDecimal.ONE);
        found.between(place + "/attribution", valuation.attribution(), BigDecimal.ZERO, BigDecimal.ONE);
        found.between(place + "/displacement", valuation.displacement(), BigDecimal.ZERO, BigDecimal.ONE);
        found.between(place + "/dropOff", valuation.dropOff(), BigDecimal.ZERO, BigDecimal.ONE);
        repeated("/valuation/riskToLife", valuation.riskToLifeOrNone());
        valuation.localMultipliersOrNone().forEach((measure, multiplier) -> {
            var named = place + "/localMultipliers/" + measure;
            if (multiplier == null) {
                found.add(named, "missing", null, "Give the multiplier.");
            }
            if (multiplier != null && multiplier.signum() == 0) {
                found.add(named, "not-above-zero", "0", "Send more than 0, or leave it out.");
            }
            found.between(named, multiplier, BigDecimal.ZERO, Scale.HUNDRED);
        });
    }
}

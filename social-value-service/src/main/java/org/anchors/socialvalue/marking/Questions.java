package org.anchors.socialvalue.marking;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.anchors.socialvalue.bid.Bids;
import org.anchors.socialvalue.methodology.ScaleBody;
import org.anchors.socialvalue.procurement.Lot;
import org.anchors.socialvalue.scoring.Scale;
import org.jspecify.annotations.Nullable;

/** What is asked about each bid of a procurement: the questions, the scale and the gates of its lot. */
final class Questions {

    private final Map<String, Asked> byLot;
    private final Map<String, Bids.Outline> outlines;

    Questions(List<Lot> lots, Map<String, Bids.Outline> outlines) {
        this.byLot = lots.stream().collect(Collectors.toMap(Lot::key, Asked::of));
        this.outlines = outlines;
    }

    /** What is asked about the bids of a lot. */
    record Asked(Set<String> questions, Scale scale, Set<String> gates) {

        static Asked of(Lot lot) {
            return new Asked(
                    lot.methodology().questions().collect(Collectors.toCollection(LinkedHashSet::new)),
                    lot.methodology().scaleOrPercentages().scale(),
                    new LinkedHashSet<>(lot.methodology().gatesOrNone()));
        }
    }

    Set<String> bids() {
        return outlines.keySet();
    }

    /** Whether there is anything that evaluators mark. */
    boolean areAsked() {
        return bids().stream().anyMatch(bid -> !about(bid).questions().isEmpty());
    }

    /** What is asked about a bid that there is. */
    Asked about(String bid) {
        return Objects.requireNonNull(byLot.get(outline(bid).lot()));
    }

    private Bids.Outline outline(String bid) {
        return Objects.requireNonNull(outlines.get(bid), bid);
    }

    /**
     * What is wrong with what was sent about bids: one that is sent twice, one that there is not, and what a check finds of the others.
     *
     * @param reference tells which bid something is about
     */
    <T> List<Fault> faults(@Nullable List<@Nullable T> sent, Function<T, @Nullable String> reference, Check<T> check) {
        var found = new Findings();
        var seen = new HashSet<String>();
        for (var i = 0; sent != null && i < sent.size(); i++) {
            var one = sent.get(i);
            var bid = one == null ? null : reference.apply(one);
            var at = "/bids/" + i;
            if (one == null || bid == null) {
                continue;
            }
            if (!seen.add(bid)) {
                found.add(at + "/bid", "repeated", bid, "Send each bid once.");
            } else if (!outlines.containsKey(bid)) {
                found.add(at + "/bid", "unknown-bid", bid, "Name a bid that was opened by its reference.");
            } else {
                check.check(one, at, about(bid), found);
            }
        }
        return found.faults();
    }

    /** Holds what was sent about a bid against what is asked about it. */
    @FunctionalInterface
    interface Check<T> {
        void check(T sent, String at, Asked asked, Findings found);
    }

    /** Marks that are not of the methodology: of no question of it, or not on its scale. */
    static void marks(Map<String, GivenMark> marks, String at, Asked asked, Findings found) {
        unknown(marks.keySet(), asked.questions(), at + "/marks/", found);
        marks.forEach((question, given) -> {
            if (given != null
                    && given.mark() != null
                    && asked.questions().contains(question)
                    && ScaleBody.of100(asked.scale(), given.mark()).isEmpty()) {
                found.add(
                        at + "/marks/" + escaped(question) + "/mark",
                        "not-on-the-scale",
                        ScaleBody.name(given.mark()),
                        "Give a mark of the scale %s.".formatted(asked.scale().name()));
            }
        });
    }

    static void unknown(Collection<String> given, Set<String> known, String place, Findings found) {
        given.stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> found.add(
                        place + escaped(key), "unknown-key", key, "Leave it out: the methodology has no such key."));
    }

    /** Rulings on commitments that the bid does not have, or that were ruled on already. */
    void rulings(MarkedBid.Agreed sent, String at, Findings found) {
        var many = outline(sent.bid()).commitments();
        var seen = new HashSet<Integer>();
        for (var i = 0; i < sent.rulings().size(); i++) {
            var ruling = sent.rulings().get(i);
            if (ruling == null || ruling.commitment() == null) {
                continue;
            }
            var place = "%s/commitments/%d/commitment".formatted(at, i);
            var given = ruling.commitment().toString();
            if (ruling.commitment() < 0 || ruling.commitment() >= many) {
                found.add(place, "unknown-commitment", given, "Count from 0: the bid has %d.".formatted(many));
            } else if (!seen.add(ruling.commitment())) {
                found.add(place, "repeated", given, "Rule on each commitment once.");
            }
        }
    }

    /** What is asked and was not answered. */
    static <T> void missing(Set<String> asked, Map<String, T> given, Function<String, String> place, Findings found) {
        asked.stream()
                .filter(key -> !given.containsKey(key))
                .forEach(key -> found.add(place.apply(key), "missing", null, "Say this too."));
    }

    /** As RFC 6901 writes it in a pointer. */
    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}

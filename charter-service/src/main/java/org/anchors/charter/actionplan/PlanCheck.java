package org.anchors.charter.actionplan;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.anchors.charter.charter.Commitment;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Indicator;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Scalar;
import org.jspecify.annotations.Nullable;

/** Holds a plan against the charter's commitments and the indicators of its year. */
final class PlanCheck {

    private final List<Commitment> commitments;
    private final Catalogue catalogue;
    private final ReportingYear year;
    private final List<Fault> faults = new ArrayList<>();

    PlanCheck(List<Commitment> commitments, Catalogue catalogue, ReportingYear year) {
        this.commitments = commitments;
        this.catalogue = catalogue;
        this.year = year;
    }

    List<Fault> of(Plan plan) {
        var seen = new HashSet<List<@Nullable String>>();
        for (var i = 0; i < plan.actionsOrNone().size(); i++) {
            var action = plan.actionsOrNone().get(i);
            if (action != null) {
                check("/actions/" + i, action);
                if (!seen.add(
                        Arrays.asList(action.commitment(), action.action(), action.indicator(), action.group()))) {
                    fault("/actions/" + i, null, "same-action-twice", action.action(), "Leave out one of the two.");
                }
            }
        }
        return List.copyOf(faults);
    }

    private void check(String at, Plan.Action action) {
        var commitment = commitment(at, action);
        var indicator = indicator(at, action);
        if (commitment.isPresent() && indicator.isPresent()) {
            var showing = showing(commitment.get());
            if (!showing.contains(action.indicator())) {
                fault(
                        at + "/indicator",
                        action.indicator(),
                        "not-of-the-commitment",
                        action.indicator(),
                        "Indicators of %s: %s.".formatted(action.commitment(), String.join(", ", showing)));
            }
        }
        indicator.ifPresent(known -> {
            group(at, action, known);
            new TargetCheck(known, faults).of(at + "/target", action.target());
            new TargetCheck(known, faults).of(at + "/baseline", action.baseline());
        });
        due(at, action.due());
    }

    /** Indicators that show a commitment: as the charter lists them, or as their definitions say. */
    private Set<String> showing(Commitment commitment) {
        var showing = new TreeSet<>(commitment.indicators());
        catalogue.indicators().stream()
                .filter(indicator -> indicator.commitments().contains(commitment.id()))
                .map(Indicator::code)
                .forEach(showing::add);
        return showing;
    }

    private Optional<Commitment> commitment(String at, Plan.Action action) {
        var found = commitments.stream()
                .filter(commitment -> commitment.id().equals(action.commitment()))
                .findFirst();
        if (found.isEmpty() && action.commitment() != null) {
            var known = commitments.stream().map(Commitment::id).collect(Collectors.joining(", "));
            fault(
                    at + "/commitment",
                    null,
                    "unknown-commitment",
                    action.commitment(),
                    known.isEmpty()
                            ? "No commitments are recorded for the edition of the charter that covers %s."
                                    .formatted(year)
                            : "Commitments of the charter for %s: %s.".formatted(year, known));
        }
        return found;
    }

    private Optional<Indicator> indicator(String at, Plan.Action action) {
        if (action.indicator() == null) {
            return Optional.empty();
        }
        var found = catalogue.find(action.indicator());
        if (found.isEmpty()) {
            fault(
                    at + "/indicator",
                    action.indicator(),
                    "unknown-indicator",
                    action.indicator(),
                    "Use a code of the catalogue %s.".formatted(catalogue.edition()));
        }
        return found;
    }

    private void group(String at, Plan.Action action, Indicator indicator) {
        var group = action.group();
        var known = "Groups of %s: %s.".formatted(indicator.code(), String.join(", ", indicator.groups()));
        if (group == null) {
            if (indicator.groupUse() == Indicator.GroupUse.REQUIRED) {
                fault(at + "/group", indicator.code(), "group-missing", null, known);
            }
        } else if (indicator.groupUse() == Indicator.GroupUse.NONE) {
            fault(
                    at + "/group",
                    indicator.code(),
                    "group-not-allowed",
                    group,
                    "It is not reported by group: leave the group out.");
        } else if (!indicator.groups().contains(group)) {
            fault(at + "/group", indicator.code(), "unknown-group", group, known);
        }
    }

    private void due(String at, @Nullable LocalDate due) {
        var first = LocalDate.of(year.start(), Month.APRIL, 1);
        var last = first.plusYears(1).minusDays(1);
        if (due != null && (due.isBefore(first) || due.isAfter(last))) {
            fault(
                    at + "/due",
                    null,
                    "due-outside-the-year",
                    due.toString(),
                    "The year %s runs from %s to %s.".formatted(year, first, last));
        }
    }

    private void fault(String at, @Nullable String indicator, String rule, @Nullable String given, String mend) {
        faults.add(new Fault(at, indicator, rule, given, mend));
    }

    /** What a target or a baseline of an indicator may be. */
    private record TargetCheck(Indicator indicator, List<Fault> faults) {

        void of(String at, @Nullable Scalar value) {
            switch (indicator.kind()) {
                case NUMBER, RATIO, PART_OF -> number(at, value);
                case TRUTH -> {
                    if (value != null && !(value instanceof Scalar.Truth)) {
                        add(at, "wrong-type", "Send true or false.");
                    }
                }
                case CODE -> {
                    if (value != null
                            && !(value instanceof Scalar.Text(String text)
                                    && indicator.codes().contains(text))) {
                        add(at, "unknown-code", "Send one of %s.".formatted(String.join(", ", indicator.codes())));
                    }
                }
            }
        }

        private void number(String at, @Nullable Scalar value) {
            switch (value) {
                case null -> {}
                case Scalar.Number(var number) -> {
                    var below = indicator.lower() != null && number.compareTo(indicator.lower()) < 0;
                    var above = indicator.upper() != null && number.compareTo(indicator.upper()) > 0;
                    if (below || above) {
                        add(
                                at,
                                "out-of-bounds",
                                "It lies between %s and %s %s; check the unit."
                                        .formatted(indicator.lower(), indicator.upper(), indicator.unit()));
                    }
                }
                case Scalar.Truth other -> add(at, "wrong-type", "Send a number, in " + indicator.unit() + ".");
                case Scalar.Text other -> add(at, "wrong-type", "Send a number, in " + indicator.unit() + ".");
            }
        }

        private void add(String at, String rule, String mend) {
            faults.add(new Fault(at, indicator.code(), rule, null, mend));
        }
    }
}

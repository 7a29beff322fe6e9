package org.anchors.socialvalue.panel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.procurement.Steps;

/** Appoints evaluators, and goes on without one. */
@ApplicationScoped
class Appointment {

    private final Steps steps;
    private final Panel panel;

    Appointment(Steps steps, Panel panel) {
        this.steps = steps;
        this.panel = panel;
    }

    Procurement appoint(Procurement procurement, Reading<PanelResource.Accounts> body) {
        var opened =
                switch (procurement.stage()) {
                    case Stage.Draft draft -> false;
                    case Stage.Published published -> false;
                    case Stage.Opened bids -> true;
                    case Stage.Marked marked -> throw tooLate();
                    case Stage.Evaluated evaluated -> throw tooLate();
                    case Stage.Awarded awarded -> throw tooLate();
                    case Stage.Contracted contracted -> throw tooLate();
                    case Stage.Cancelled cancelled -> throw tooLate();
                };
        var evaluators = panel.of(procurement.id());
        var present = evaluators.stream()
                .filter(one -> one.release() == null)
                .map(Evaluator::account)
                .collect(Collectors.toCollection(TreeSet::new));
        var faults = new ArrayList<>(faults(body.value(), opened ? present : new TreeSet<>()));
        faults.addAll(released(body.value(), evaluators));
        faults.addAll(late(body.value(), evaluators));
        body.refuseIfFaulty(faults);
        var wanted = new TreeSet<>(body.value().evaluators());
        panel.appoint(procurement.id(), wanted, steps.now());
        present.removeAll(wanted);
        panel.dismiss(procurement.id(), present);
        return steps.beside(procurement, "evaluators-appointed", Map.of("evaluators", wanted));
    }

    private static List<Fault> faults(PanelResource.Accounts sent, TreeSet<String> toStay) {
        var found = new Findings();
        if (sent.evaluators() == null) {
            return List.of();
        }
        var seen = new HashSet<String>();
        for (var i = 0; i < sent.evaluators().size(); i++) {
            var account = sent.evaluators().get(i);
            if (account != null && !seen.add(account)) {
                found.add("/evaluators/" + i, "repeated", account, "Name each only once.");
            }
        }
        toStay.stream()
                .filter(account -> !seen.contains(account))
                .forEach(account -> found.add(
                        "/evaluators", "release-needed", account, "Keep them, or release them with a reason."));
        return found.faults();
    }

    private static List<Fault> released(PanelResource.Accounts sent, List<Evaluator> evaluators) {
        var released = evaluators.stream()
                .filter(one -> one.release() != null)
                .map(Evaluator::account)
                .collect(Collectors.toSet());
        return faultsOfThose(
                sent, released::contains, "released", "The others went on without these marks; name somebody else.");
    }

    /** Once all marks are in, officers may have read them; whoever marked after that would not mark alone. */
    private static List<Fault> late(PanelResource.Accounts sent, List<Evaluator> evaluators) {
        if (evaluators.stream().noneMatch(Evaluator::isIn)
                || evaluators.stream().anyMatch(Evaluator::isAwaited)) {
            return List.of();
        }
        var known = evaluators.stream().map(Evaluator::account).collect(Collectors.toSet());
        return faultsOfThose(
                sent,
                account -> !known.contains(account),
                "marks-are-in",
                "All marks are in and may have been read; nobody can mark alone any more.");
    }

    private static List<Fault> faultsOfThose(
            PanelResource.Accounts sent, Predicate<String> wrong, String rule, String mend) {
        var accounts = sent.evaluators() == null ? List.<String>of() : sent.evaluators();
        return IntStream.range(0, accounts.size())
                .filter(index -> wrong.test(accounts.get(index)))
                .mapToObj(index -> new Fault("/evaluators/" + index, rule, accounts.get(index), mend))
                .toList();
    }

    Procurement release(Procurement procurement, String account, String reason) {
        procurement.stage().as(Stage.Opened.class);
        var evaluator = panel.of(procurement.id()).stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("The evaluator " + account));
        if (!evaluator.isAwaited()) {
            throw new Refused(
                    PanelRefusal.NOT_AWAITED, "The marks of %s are in, or nobody waits for them.".formatted(account));
        }
        panel.release(procurement.id(), account, new Evaluator.Release(steps.now(), steps.who(), reason));
        return steps.beside(procurement, "evaluator-released", Map.of("evaluator", account, "reason", reason));
    }

    private static Refused tooLate() {
        return new Refused(PanelRefusal.MARKS_ARE_FINAL, "Nobody marks the bids of this procurement any more.");
    }
}

package org.anchors.charter.actionplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anchors.charter.charter.Charter;
import org.anchors.charter.charter.Signatories;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.edge.Reading;

/** Saves drafts of plans, says what is wrong with them, and adopts those that a board has approved. */
@ApplicationScoped
class PlanAdoption {

    private final Plans plans;
    private final Charter charter;
    private final Signatories signatories;
    private final Catalogues catalogues;
    private final EssexDays days;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    PlanAdoption(
            Plans plans,
            Charter charter,
            Signatories signatories,
            Catalogues catalogues,
            EssexDays days,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.charter = charter;
        this.signatories = signatories;
        this.catalogues = catalogues;
        this.days = days;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What would hinder the adoption of a plan. */
    List<Fault> faultsOf(Plan plan, Plans.YearOf of) {
        var faults = new ArrayList<Fault>();
        if (!signatories.isExpected(of.organisation(), of.year())) {
            faults.add(new Fault(
                    "/organisation",
                    "not-on-the-charter",
                    of.organisation(),
                    "Only signatories of the charter plan for %s; ask the anchor team.".formatted(of.year())));
        }
        if (plan.actionsOrNone().isEmpty()) {
            faults.add(new Fault("/actions", "no-actions", null, "Plan one action at least."));
        }
        faults.addAll(new PlanCheck(charter.commitmentsFor(of.year()), catalogues.of(of.year()), of.year()).of(plan));
        return faults;
    }

    Plans.Draft save(Plan plan, Plans.YearOf of, long version) {
        var draft = new Plans.Draft(of, plan, now(), version);
        plans.save(draft, caller.subject());
        note(
                "action-plan-draft-saved",
                of,
                Map.of("version", version, "actions", plan.actionsOrNone().size()));
        return draft;
    }

    /** Adopts a draft as the plan in force; refuses with every fault of the approval and of the plan. */
    Plans.Adopted adopt(Plans.Draft draft, Reading<BoardApproval> approval) {
        var faults = new ArrayList<Fault>();
        faultsOf(draft.plan(), draft.of()).forEach(fault -> faults.add(ofTheDraft(fault)));
        var on = approval.value().on();
        if (on != null && on.isAfter(days.today())) {
            faults.add(
                    new Fault("/on", "in-the-future", on.toString(), "Adopt the plan when the board has approved it."));
        }
        approval.refuseIfFaulty(faults);
        plans.delete(draft);
        var revision = plans.revisions(draft.of()) + 1;
        var adopted = new Plans.Adopted(
                draft.of(),
                revision,
                catalogues.of(draft.of().year()).edition(),
                draft.plan(),
                approval.value(),
                now());
        plans.add(adopted, caller.subject());
        note(
                "action-plan-adopted",
                draft.of(),
                Map.of(
                        "revision", revision,
                        "actions", draft.plan().actionsOrNone().size(),
                        "minute", approval.value().minute()));
        return adopted;
    }

    /** The approval is in the body that was sent, the plan is not. */
    private static Fault ofTheDraft(Fault fault) {
        return new Fault("draft" + fault.at(), fault.indicator(), fault.rule(), fault.given(), fault.mend());
    }

    private void note(String deed, Plans.YearOf of, Map<String, ?> detail) {
        audit.record(deed, "organisations/%s/action-plans/%s".formatted(of.organisation(), of.year()), detail);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.paging.Page;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Who may see and lead which procurements. */
@ApplicationScoped
public class Procurements {

    private final Register register;
    private final Caller caller;

    Procurements(Register register, Caller caller) {
        this.register = register;
        this.caller = caller;
    }

    /** What a list is asked for; null asks for all. */
    record Wanted(@Nullable String buyer, Stage.@Nullable State state) {}

    /** Where a list goes on. */
    record Place(String buyer, String reference) {

        static Place of(String text) {
            var slash = text.indexOf('/');
            if (slash < 0 && !text.isEmpty()) {
                throw Page.foreign(text);
            }
            return slash < 0 ? new Place("", "") : new Place(text.substring(0, slash), text.substring(slash + 1));
        }
    }

    /** The organisation that the caller buys for. */
    String requireBuyer() {
        return caller.organisation()
                .orElseThrow(() -> new Refused(
                        ProcurementRefusal.NO_ORGANISATION,
                        "Ask whoever keeps the accounts to name your organisation."));
    }

    /** The procurement, unless it does not exist or the caller may not know of it. */
    public Procurement require(String id) {
        return register.find(id, "").filter(this::isVisible).orElseThrow(() -> unknown(id));
    }

    /** The same as the caller may see it; outsiders learn nothing of the stages between publication and contract. */
    Procurement requireSeen(String id) {
        return seen(require(id));
    }

    private Procurement seen(Procurement procurement) {
        return isInside(procurement.buyer()) ? procurement : procurement.inPublic();
    }

    /** Whether the caller sees what a buyer does between publication and contract: its officers, its evaluators, and the auditor. */
    public boolean isInside(String buyer) {
        return caller.has(Role.AUDITOR)
                || caller.belongsTo(buyer) && (caller.has(Role.PROCUREMENT_OFFICER) || caller.has(Role.EVALUATOR));
    }

    /** The same for those of its buyer who work on it, and the auditor; everybody else is answered as if it did not exist. */
    public Procurement requireInside(String id) {
        return register.find(id, "")
                .filter(this::isVisible)
                .filter(procurement -> caller.has(Role.AUDITOR) || caller.belongsTo(procurement.buyer()))
                .orElseThrow(() -> unknown(id));
    }

    /**
     * The procurement for a step in its life by its buyer, held until the transaction ends.
     *
     * @param ifMatch the version that the step is taken on
     */
    public Procurement requireForStep(String id, @Nullable String ifMatch) {
        var procurement = requireOwn(id, "for update");
        procurement.tagged().require(ifMatch);
        return procurement;
    }

    /** The procurement for something that happens beside its life; until the transaction ends it takes no step. */
    public Procurement requireForWork(String id) {
        return requireOwn(id, "for share");
    }

    private Procurement requireOwn(String id, String lock) {
        return register.find(id, lock)
                .filter(procurement -> caller.belongsTo(procurement.buyer()))
                .filter(this::isVisible)
                .orElseThrow(() -> unknown(id));
    }

    /** Whoever buys sees its drafts, its evaluators do not; what was published is public. */
    private boolean isVisible(Procurement procurement) {
        return procurement.publishedAt() != null
                || caller.has(Role.AUDITOR)
                || caller.has(Role.PROCUREMENT_OFFICER) && caller.belongsTo(procurement.buyer());
    }

    /** Those that the caller may see, by buyer and reference. */
    List<Procurement> behind(Place place, Wanted wanted, int most) {
        var where = new StringBuilder("(buyer, reference) > (?, ?)");
        var parameters = new ArrayList<@Nullable Object>(List.of(place.buyer(), place.reference()));
        if (wanted.buyer() != null) {
            where.append(" and buyer = ?");
            parameters.add(wanted.buyer());
        }
        if (wanted.state() != null) {
            where.append(" and case when ? or buyer = ? then state else public_state end = ?");
            parameters.add(caller.has(Role.AUDITOR));
            parameters.add(caller.organisation().filter(this::isInside).orElse(""));
            parameters.add(wanted.state().name());
        }
        if (!caller.has(Role.AUDITOR)) {
            where.append(" and (published_at is not null or buyer = ?)");
            parameters.add(
                    caller.has(Role.PROCUREMENT_OFFICER) ? caller.organisation().orElse("") : "");
        }
        parameters.add(most);
        return register.behind(where.toString(), parameters).stream()
                .map(this::seen)
                .toList();
    }

    private static Refused unknown(String id) {
        return Refused.notFound("The procurement " + id);
    }
}

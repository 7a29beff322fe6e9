package org.anchors.socialvalue.bid;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.procurement.Procurement;
import org.anchors.socialvalue.procurement.Stage;
import org.anchors.socialvalue.procurement.Steps;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Opens the bids of a procurement, which takes two people. */
@ApplicationScoped
class Opening {

    private final Steps steps;
    private final Unsealing unsealing;
    private final LodgedBids lodged;
    private final Rows rows;
    private final Caller caller;

    Opening(Steps steps, Unsealing unsealing, LodgedBids lodged, Rows rows, Caller caller) {
        this.steps = steps;
        this.unsealing = unsealing;
        this.lodged = lodged;
        this.rows = rows;
        this.caller = caller;
    }

    /**
     * That somebody opened.
     *
     * @param number 1 or 2; with 2 the bids are open
     */
    @Schema(name = "Opener", description = "That somebody opened; after the second the bids can be read.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opener(int number, String who, Instant at) {}

    List<Opener> openers(Procurement procurement) {
        return rows.all(
                "select number, who, at from opening where procurement = ? order by number",
                row -> new Opener(
                        row.getInt("number"), row.getString("who"), Objects.requireNonNull(Rows.instant(row, "at"))),
                procurement.id());
    }

    Procurement open(Procurement procurement) {
        var stage = procurement.stage().as(Stage.Published.class);
        var now = allowed(procurement);
        var first = openers(procurement).isEmpty();
        rows.change(
                "insert into opening (procurement, number, subject, who, at) values (?, ?, ?, ?, ?)",
                procurement.id(),
                first ? 1 : 2,
                caller.subject(),
                caller.name(),
                now);
        return first ? begun(procurement) : opened(procurement.at(stage.opened(now)));
    }

    private Instant allowed(Procurement procurement) {
        caller.requirePerson();
        var now = steps.now();
        if (now.isBefore(procurement.deadline())) {
            throw new Refused(
                    BidRefusal.DEADLINE_NOT_PASSED,
                    "Bids are taken until %s; it is %s by the clock that counts."
                            .formatted(procurement.deadline(), now));
        }
        var opened = rows.first(
                "select 1 from opening where procurement = ? and subject = ?",
                row -> true,
                procurement.id(),
                caller.subject());
        if (opened.isPresent()) {
            throw new Refused(BidRefusal.OPENED_BY_YOU, "You were the first; ask a colleague to open as the second.");
        }
        return now;
    }

    private Procurement begun(Procurement procurement) {
        return steps.beside(procurement, "bids-opening-begun", Map.of());
    }

    private Procurement opened(Procurement procurement) {
        var opened = unsealing.open(procurement);
        var notes = new ArrayList<>(lodged.notes(procurement));
        notes.add(new Audit.Note("bids-opened", procurement.path(), Map.of("bids", opened)));
        return steps.take(procurement, notes);
    }
}

package org.anchors.socialvalue.bid;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.procurement.Procurement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who opens bids: two people. */
@ApplicationScoped
class Openers {

    private final Rows rows;
    private final Caller caller;

    Openers(Rows rows, Caller caller) {
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

    List<Opener> of(Procurement procurement) {
        return rows.all(
                "select number, who, at from opening where procurement = ? order by number",
                row -> new Opener(
                        row.getInt("number"), row.getString("who"), Objects.requireNonNull(Rows.instant(row, "at"))),
                procurement.id());
    }

    /** Refuses a program, and whoever was the first already. */
    void requireAnother(Procurement procurement) {
        caller.requirePerson();
        var opened = rows.first(
                "select 1 from opening where procurement = ? and subject = ?",
                row -> true,
                procurement.id(),
                caller.subject());
        if (opened.isPresent()) {
            throw new Refused(BidRefusal.OPENED_BY_YOU, "You were the first; ask a colleague to open as the second.");
        }
    }

    /** Writes down that the caller opens; answers with the number. */
    int add(Procurement procurement, Instant now) {
        var number = of(procurement).size() + 1;
        rows.change(
                "insert into opening (procurement, number, subject, who, at) values (?, ?, ?, ?, ?)",
                procurement.id(),
                number,
                caller.subject(),
                caller.name(),
                now);
        return number;
    }
}

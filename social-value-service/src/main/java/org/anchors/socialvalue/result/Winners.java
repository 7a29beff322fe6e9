package org.anchors.socialvalue.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.anchors.kit.rows.Rows;

/** Which bids won, as it was decided. */
@ApplicationScoped
class Winners {

    private final Rows rows;

    Winners(Rows rows) {
        this.rows = rows;
    }

    /** Whether it was decided who wins, lot by lot, or that nobody does. */
    boolean areDecided(UUID procurement) {
        return rows.first("select 1 from award where procurement = ? limit 1", row -> row.getInt(1), procurement)
                .isPresent();
    }

    /** The bid that won a lot, where one did. */
    Optional<String> of(UUID procurement, String lot) {
        return rows.first(
                "select bid from award where procurement = ? and lot = ? and bid is not null",
                row -> row.getString("bid"),
                procurement,
                lot);
    }
}

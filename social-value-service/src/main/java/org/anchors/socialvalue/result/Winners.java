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

    /** The bid that won a lot, where one did. */
    Optional<String> of(UUID procurement, String lot) {
        return rows.first(
                "select bid from award where procurement = ? and lot = ? and bid is not null",
                row -> row.getString("bid"),
                procurement,
                lot);
    }
}

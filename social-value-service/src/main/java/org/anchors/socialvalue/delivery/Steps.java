package org.anchors.socialvalue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.rows.DatabaseClock;
import org.anchors.socialvalue.contract.Contract;

/** What is done under contracts: at the time of the database's clock, noted in the audit trail. */
@ApplicationScoped
class Steps {

    private final DatabaseClock clock;
    private final Audit audit;

    Steps(DatabaseClock clock, Audit audit) {
        this.clock = clock;
        this.audit = audit;
    }

    Instant now() {
        return clock.now();
    }

    /** Notes what was done, the last thing in its transaction. */
    void note(String deed, Contract contract, Map<String, ?> detail) {
        audit.record(deed, "contracts/" + contract.key(), detail);
    }
}

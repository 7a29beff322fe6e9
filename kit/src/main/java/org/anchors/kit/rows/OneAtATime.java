package org.anchors.kit.rows;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets one do what all replicas would do. */
@ApplicationScoped
public class OneAtATime {

    private final Rows rows;

    OneAtATime(Rows rows) {
        this.rows = rows;
    }

    /** Whether the present transaction is the only one that does something; until it ends, no other is. Nobody waits. */
    public boolean isOnly(String what) {
        return rows.first("select pg_try_advisory_xact_lock(hashtextextended(?, 0))", row -> row.getBoolean(1), what)
                .orElseThrow();
    }
}

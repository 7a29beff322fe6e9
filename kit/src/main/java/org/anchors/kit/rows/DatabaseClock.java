package org.anchors.kit.rows;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The database's clock, which is one however many replicas ask; deadlines go by it. To the microsecond. */
@ApplicationScoped
public class DatabaseClock {

    private final Rows rows;

    DatabaseClock(Rows rows) {
        this.rows = rows;
    }

    /** The present instant, not that at which the transaction began. */
    public Instant now() {
        return rows.first("select clock_timestamp()", row -> row.getObject(1, OffsetDateTime.class)
                        .toInstant())
                .orElseThrow();
    }
}

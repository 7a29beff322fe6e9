package org.anchors.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Verifies the audit trail: recomputes every hash from the first entry on. */
@ApplicationScoped
class AuditTrail {

    private static final int FETCH = 1_000;
    private static final String ENTRIES = """
            select seq, at, subject, who, organisation, request_id, deed, object, detail, previous_hash, hash
            from audit_entry order by seq
            """;

    private final DataSource dataSource;

    AuditTrail(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What the verification found.
     *
     * @param intact whether every entry is there and unchanged
     * @param entries the number of entries that were found good
     * @param head hash of the newest good entry; kept elsewhere, it shows later whether entries were cut off the end
     * @param firstFault what is wrong with the first bad entry
     */
    record Verification(
            boolean intact,
            long entries,
            String head,
            @Nullable String firstFault) {}

    Verification verify() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try (var query = connection.prepareStatement(ENTRIES)) {
                query.setFetchSize(FETCH);
                try (var rows = query.executeQuery();
                        var head = connection.prepareStatement("select seq, hash from audit_head");
                        var newest = head.executeQuery()) {
                    newest.next();
                    return follow(rows, newest.getLong("seq"));
                }
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
            }
        }
    }

    private static Verification follow(ResultSet rows, long expected) throws SQLException {
        var good = 0L;
        var hash = "0".repeat(64);
        while (rows.next()) {
            var entry = entry(rows);
            var seq = rows.getLong("seq");
            var recomputed = entry.hashAfter(hash, seq);
            if (seq != good + 1) {
                return new Verification(false, good, hash, "Entry %d is missing".formatted(good + 1));
            }
            if (!hash.equals(rows.getString("previous_hash")) || !recomputed.equals(rows.getString("hash"))) {
                return new Verification(false, good, hash, "Entry %d was changed".formatted(seq));
            }
            good++;
            hash = recomputed;
        }
        return good == expected
                ? new Verification(true, good, hash, null)
                : new Verification(false, good, hash, "Entries after %d are missing".formatted(good));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("subject"),
                row.getString("who"),
                row.getString("organisation"),
                row.getString("request_id"),
                row.getString("deed"),
                row.getString("object"),
                row.getString("detail"));
    }
}

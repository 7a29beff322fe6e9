package org.anchors.employment.milestone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.anchors.employment.outcome.Entry;
import org.anchors.employment.outcome.JobKind;
import org.anchors.employment.outcome.Milestone;
import org.anchors.employment.outcome.Milestone.Kind;

/** Reads a record from the columns of {@link Tables#SAID}. */
final class StoredEntry {

    private StoredEntry() {}

    static Entry of(ResultSet row) throws SQLException {
        var kind = Kind.valueOf(row.getString("kind"));
        var on = row.getObject("happened_on", LocalDate.class);
        var correctedKind = row.getString("corrects_kind");
        var corrects = correctedKind == null
                ? null
                : new Entry.Identity(
                        Kind.valueOf(correctedKind),
                        row.getObject("corrects_on", LocalDate.class),
                        hex(row.getBytes("corrects_record")));
        return new Entry(
                new Entry.Identity(kind, on, hex(row.getBytes("record"))),
                milestone(kind, on, row),
                corrects,
                row.getBoolean("withdrawn"));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static Milestone milestone(Kind kind, LocalDate on, ResultSet row) throws SQLException {
        return switch (kind) {
            case REFERRED -> new Milestone.Referred(on);
            case STARTED -> new Milestone.Started(on);
            case COMPLETED -> new Milestone.Completed(on);
            case LEFT_EARLY -> new Milestone.LeftEarly(on, null);
            case JOB_OFFER -> new Milestone.JobOffer(on, row.getString("employer"));
            case JOB_START ->
                new Milestone.JobStart(
                        on,
                        row.getString("employer"),
                        row.getBigDecimal("hours"),
                        row.getObject("living_wage", Boolean.class),
                        JobKind.valueOf(row.getString("job")));
            case IN_WORK_CONFIRMED -> new Milestone.InWorkConfirmed(on);
            case JOB_END -> new Milestone.JobEnd(on, row.getString("employer"));
        };
    }
}

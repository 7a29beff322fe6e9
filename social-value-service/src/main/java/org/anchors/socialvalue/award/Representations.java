package org.anchors.socialvalue.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.anchors.kit.rows.Rows;

/** What was objected to awards. */
@ApplicationScoped
class Representations {

    private final Rows rows;

    Representations(Rows rows) {
        this.rows = rows;
    }

    /** Those to the award of a procurement, in the order in which they were recorded. */
    List<Representation> of(UUID procurement) {
        return rows.all("""
                select number, sender, received_on, about, recorded_at, recorded_by, answered_on, answer
                from award_representation where procurement = ? order by number
                """, Representations::representation, procurement);
    }

    void add(UUID procurement, Representation of) {
        rows.change(
                """
                insert into award_representation (procurement, number, sender, received_on, about, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                procurement,
                of.number(),
                of.from(),
                of.receivedOn(),
                of.about(),
                of.recordedAt(),
                of.recordedBy());
    }

    void answer(UUID procurement, int number, Representation.Answer answer) {
        rows.change(
                "update award_representation set answered_on = ?, answer = ? where procurement = ? and number = ?",
                answer.answeredOn(),
                answer.answer(),
                procurement,
                number);
    }

    private static Representation representation(ResultSet row) throws SQLException {
        return new Representation(
                row.getInt("number"),
                row.getString("sender"),
                row.getObject("received_on", LocalDate.class),
                row.getString("about"),
                Objects.requireNonNull(Rows.instant(row, "recorded_at")),
                row.getString("recorded_by"),
                row.getObject("answered_on", LocalDate.class),
                row.getString("answer"));
    }
}

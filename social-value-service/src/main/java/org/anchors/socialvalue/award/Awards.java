package org.anchors.socialvalue.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.procurement.Procurement;
import org.jspecify.annotations.Nullable;

/** What was decided on lots, and the notices of that. */
@ApplicationScoped
class Awards {

    private final Rows rows;
    private final Representations representations;

    Awards(Rows rows, Representations representations) {
        this.rows = rows;
        this.representations = representations;
    }

    Award of(Procurement procurement) {
        return new Award(
                procurement.stage().state(),
                lots(procurement.id()),
                notice(procurement.id()).orElse(null),
                representations.of(procurement.id()));
    }

    void add(UUID procurement, List<Award.OfLot> decisions) {
        rows.changeEach(
                "insert into award (procurement, lot, bid, reason, decided_at, decided_by) values (?, ?, ?, ?, ?, ?)",
                decisions.stream()
                        .map(decision -> new @Nullable Object[] {
                            procurement,
                            decision.lot(),
                            decision.bid(),
                            decision.reason(),
                            decision.decidedAt(),
                            decision.decidedBy()
                        })
                        .toList());
    }

    List<Award.OfLot> lots(UUID procurement) {
        return rows.all("""
                select award.lot, award.bid, bid.supplier, award.reason, award.decided_at, award.decided_by
                from award left join bid on bid.reference = award.bid
                where award.procurement = ? order by award.lot
                """, Awards::ofLot, procurement);
    }

    void add(UUID procurement, Award.Announced notice) {
        rows.change(
                """
                insert into award_notice
                  (procurement, notice, published_on, summaries_sent_on, standstill_rule, standstill_ends, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                procurement,
                notice.notice(),
                notice.publishedOn(),
                notice.summariesSentOn(),
                notice.standstillRule(),
                notice.standstillEnds(),
                notice.recordedAt(),
                notice.recordedBy());
    }

    Optional<Award.Announced> notice(UUID procurement) {
        return rows.first("""
                select notice, published_on, summaries_sent_on, standstill_rule, standstill_ends, recorded_at, recorded_by
                from award_notice where procurement = ?
                """, Awards::notice, procurement);
    }

    private static Award.OfLot ofLot(ResultSet row) throws SQLException {
        return new Award.OfLot(
                row.getString("lot"),
                row.getString("bid"),
                row.getString("supplier"),
                row.getString("reason"),
                Objects.requireNonNull(Rows.instant(row, "decided_at")),
                row.getString("decided_by"));
    }

    private static Award.Announced notice(ResultSet row) throws SQLException {
        return new Award.Announced(
                row.getString("notice"),
                row.getObject("published_on", LocalDate.class),
                row.getObject("summaries_sent_on", LocalDate.class),
                row.getString("standstill_rule"),
                row.getObject("standstill_ends", LocalDate.class),
                Objects.requireNonNull(Rows.instant(row, "recorded_at")),
                row.getString("recorded_by"));
    }
}

package org.anchors.socialvalue.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;

/** The evaluations of all lots. */
@ApplicationScoped
public class LotEvaluations {

    private static final String COLUMNS = "lot, sha256, winner, evaluated_at, evaluated_by";

    private final Rows rows;

    LotEvaluations(Rows rows) {
        this.rows = rows;
    }

    /**
     * Adds the evaluation of a lot. Posted to {@code /evaluations} by the buyer, the request gives the result again, byte by byte.
     *
     * @param request its JSON in UTF-8
     * @param result JSON of the evaluation in UTF-8, as it was hashed
     */
    void add(UUID procurement, LotEvaluation evaluation, byte[] request, byte[] result) {
        rows.change(
                """
                insert into lot_evaluation (%s, procurement, request, result)
                values (?, ?, ?, ?, ?, ?, convert_from(?, 'UTF8'), convert_from(?, 'UTF8'))
                """.formatted(COLUMNS),
                evaluation.lot(),
                evaluation.sha256(),
                evaluation.winner(),
                evaluation.evaluatedAt(),
                evaluation.evaluatedBy(),
                procurement,
                request,
                result);
    }

    public LotEvaluation require(UUID procurement, String lot) {
        return rows.first(
                        "select %s from lot_evaluation where procurement = ? and lot = ?".formatted(COLUMNS),
                        LotEvaluations::evaluation,
                        procurement,
                        lot)
                .orElseThrow(() -> Refused.notFound("An evaluation of the lot " + lot));
    }

    /** JSON of an evaluation that there is, in UTF-8, as it was hashed. */
    public byte[] result(UUID procurement, LotEvaluation evaluation) {
        return utf8("result", procurement, evaluation);
    }

    /** JSON of the request that gave it, in UTF-8. */
    byte[] request(UUID procurement, LotEvaluation evaluation) {
        return utf8("request", procurement, evaluation);
    }

    /** The driver gives a text in the bytes in which it came. */
    private byte[] utf8(String column, UUID procurement, LotEvaluation evaluation) {
        return rows.first(
                        "select %s from lot_evaluation where procurement = ? and lot = ?".formatted(column),
                        row -> row.getBytes(1),
                        procurement,
                        evaluation.lot())
                .orElseThrow();
    }

    /** References of the bids of the first rank, by lot; a lot in which no bid is eligible is left out. */
    public Map<String, Set<String>> firstRanks(UUID procurement) {
        var first = new HashMap<String, Set<String>>();
        rows.each(
                """
                select lot, ranked ->> 'bid' as bid
                from lot_evaluation, jsonb_array_elements(result::jsonb -> 'ranking') as ranked
                where procurement = ? and (ranked ->> 'rank')::int = 1
                """,
                row -> first.computeIfAbsent(row.getString("lot"), lot -> new HashSet<>())
                        .add(row.getString("bid")),
                procurement);
        return first;
    }

    private static LotEvaluation evaluation(ResultSet row) throws SQLException {
        return new LotEvaluation(
                row.getString("lot"),
                row.getString("sha256"),
                row.getString("winner"),
                Objects.requireNonNull(Rows.instant(row, "evaluated_at")),
                row.getString("evaluated_by"));
    }

    /** The evaluations of a procurement without what they say, by lot. */
    List<EvaluationResource.Listed> listed(UUID procurement) {
        return rows.all(
                """
                select lot, sha256, winner, evaluated_at, evaluated_by from lot_evaluation
                where procurement = ? order by lot
                """,
                row -> new EvaluationResource.Listed(
                        row.getString("lot"),
                        row.getString("winner"),
                        row.getString("sha256"),
                        Objects.requireNonNull(Rows.instant(row, "evaluated_at")),
                        row.getString("evaluated_by")),
                procurement);
    }
}

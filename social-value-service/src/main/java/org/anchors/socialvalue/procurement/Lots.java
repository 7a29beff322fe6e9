package org.anchors.socialvalue.procurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.evaluation.Canonical;
import org.anchors.socialvalue.methodology.MethodologyBody;

/** The lots of published procurements, with their methodologies as they were frozen. */
@ApplicationScoped
public class Lots {

    private static final int MOST_TOKENS = 1_000_000;

    private final Rows rows;
    private final StrictJson json;

    Lots(Rows rows, StrictJson json) {
        this.rows = rows;
        this.json = json;
    }

    /** One of the lots of a published procurement. */
    public Optional<Lot> find(Procurement procurement, String key) {
        return rows.first(
                "select lot, title, methodology, methodology_hash from procurement_lot where procurement = ? and lot = ?",
                this::lot,
                procurement.id(),
                key);
    }

    /** Keys of the lots of a published procurement, in their order. */
    public List<String> keys(Procurement procurement) {
        return rows.all(
                "select lot from procurement_lot where procurement = ? order by lot",
                row -> row.getString(1),
                procurement.id());
    }

    /** The lots of a published procurement, by key. */
    public List<Lot> of(Procurement procurement) {
        return rows.all("""
                select lot, title, methodology, methodology_hash from procurement_lot
                where procurement = ? order by lot
                """, this::lot, procurement.id());
    }

    /** Freezes the lots of a draft without faults. */
    void freeze(UUID procurement, ProcurementBody draft) {
        rows.changeEach(
                """
                insert into procurement_lot (procurement, lot, title, methodology, methodology_hash)
                values (?, ?, ?, ?, ?)
                """,
                Division.of(draft).parts().stream()
                        .map(lot -> row(procurement, lot))
                        .toList());
    }

    private static Object[] row(UUID procurement, Division.Part lot) {
        var frozen = Canonical.of(lot.methodology().settled());
        return new Object[] {procurement, lot.key(), lot.title(), frozen, Sha256.of(frozen)};
    }

    private Lot lot(ResultSet row) throws SQLException {
        var frozen = row.getString("methodology");
        return new Lot(
                row.getString("lot"),
                row.getString("title"),
                json.<MethodologyBody>read(frozen.getBytes(StandardCharsets.UTF_8), MethodologyBody.class, MOST_TOKENS)
                        .orRefuse(),
                frozen,
                row.getString("methodology_hash"));
    }
}

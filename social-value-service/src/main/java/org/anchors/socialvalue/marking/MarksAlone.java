package org.anchors.socialvalue.marking;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchors.kit.edge.Scalar;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.methodology.ScaleBody;
import org.anchors.socialvalue.procurement.Lot;
import org.anchors.socialvalue.robustness.Evaluators;

/** What each evaluator gave alone, before they agreed; to be shown once the marks are final. */
@ApplicationScoped
public class MarksAlone {

    private static final TypeReference<Map<String, Scalar>> SHEET = new TypeReference<>() {};

    private final Rows rows;
    private final StrictJson strict;

    MarksAlone(Rows rows, StrictJson strict) {
        this.rows = rows;
        this.strict = strict;
    }

    /** All marks on the bids of a lot that were handed in and count; of their reasons, which are long, nothing is read. */
    public List<Evaluators.Given> of(UUID procurement, Lot lot) {
        var scale = lot.methodology().scaleOrPercentages().scale();
        var all = new ArrayList<Evaluators.Given>();
        rows.each(
                """
                select sheet.account, sheet.bid, (
                  select coalesce(jsonb_object_agg(key, value -> 'mark'), '{}') from jsonb_each(sheet.marks))::text as marks
                from mark_sheet sheet
                join bid on bid.reference = sheet.bid
                join evaluator on evaluator.procurement = sheet.procurement and evaluator.account = sheet.account
                where evaluator.submitted_at is not null and evaluator.released_at is null and bid.state = 'OPENED'
                  and sheet.procurement = ? and bid.lot = ? order by sheet.account, sheet.bid
                """,
                row -> {
                    var evaluator = row.getString("account");
                    var bid = row.getString("bid");
                    sheet(row.getString("marks"))
                            .forEach((question, mark) -> all.add(new Evaluators.Given(
                                    evaluator,
                                    bid,
                                    question,
                                    ScaleBody.of100(scale, mark).orElseThrow())));
                },
                procurement,
                lot.key());
        return all;
    }

    private Map<String, Scalar> sheet(String text) {
        return strict.<Map<String, Scalar>>read(text.getBytes(StandardCharsets.UTF_8), SHEET.getType())
                .value();
    }
}

package org.anchors.socialvalue.marking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchors.kit.edge.Scalar;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.methodology.ScaleBody;
import org.anchors.socialvalue.procurement.Lot;
import org.anchors.socialvalue.robustness.Evaluators;

/** What each evaluator gave alone, before they agreed; to be shown once the marks are final. */
@ApplicationScoped
public class MarksAlone {

    private static final TypeReference<Map<String, Given>> SHEET = new TypeReference<>() {};

    private final Rows rows;
    private final ObjectMapper json;

    MarksAlone(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** A mark as it is stored: a number, or the name of a grade. */
    private record Given(Object mark) {

        Scalar grade() {
            return switch (mark) {
                case Number number -> new Scalar.Number(new BigDecimal(number.toString()));
                default -> new Scalar.Text(mark.toString());
            };
        }
    }

    /** All marks on the bids of a lot. */
    public List<Evaluators.Given> of(UUID procurement, Lot lot) {
        var scale = lot.methodology().scaleOrPercentages().scale();
        var all = new ArrayList<Evaluators.Given>();
        rows.each(
                """
                select sheet.account, sheet.bid, sheet.marks::text as marks from mark_sheet sheet
                join bid on bid.reference = sheet.bid
                where sheet.procurement = ? and bid.lot = ? order by sheet.account, sheet.bid
                """,
                row -> {
                    var evaluator = row.getString("account");
                    var bid = row.getString("bid");
                    sheet(row.getString("marks"))
                            .forEach((question, given) -> all.add(new Evaluators.Given(
                                    evaluator,
                                    bid,
                                    question,
                                    ScaleBody.of100(scale, given.grade()).orElseThrow())));
                },
                procurement,
                lot.key());
        return all;
    }

    private Map<String, Given> sheet(String text) {
        try {
            return json.readerFor(SHEET)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Marks were written by the service", impossible);
        }
    }
}

package org.anchors.socialvalue.marking;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.anchors.socialvalue.procurement.Tender;

/** Marks for the bids of a {@link Tender}, on the questions of the example: q1, q2, account and sv1. */
public final class Marking {

    private Marking() {}

    /** Marks of a bid, each with a reason. */
    public static String bid(String reference, int q1, int q2, int account, int sv1) {
        return """
                {"bid": "%s", "marks": {
                  "q1": {"mark": %d, "reason": "Reason for q1 of %s"}, "q2": {"mark": %d, "reason": "Reason for q2"},
                  "account": {"mark": %d, "reason": "Reason for account"}, "sv1": {"mark": %d, "reason": "Reason for sv1"}}}""".formatted(reference, q1, reference, q2, account, sv1);
    }

    /** The same with a gate that the bid passed. */
    public static String agreed(String reference, int q1, int q2, int account, int sv1) {
        return bid(reference, q1, q2, account, sv1)
                .replaceFirst("\"marks\"", "\"gates\": {\"carbon-reduction-plan\": {\"passed\": true}}, \"marks\"");
    }

    public static String bids(String... bids) {
        return Arrays.stream(bids).collect(Collectors.joining(",", "{\"bids\": [", "]}"));
    }

    /** Gives marks on the newest version of an evaluator's own ones. */
    public static Response give(Tender tender, String evaluator, String body) {
        return Tender.as(evaluator)
                .header("If-Match", etag(tender, evaluator))
                .body(body)
                .put(tender.at("marks"));
    }

    public static Response submit(Tender tender, String evaluator) {
        return Tender.as(evaluator)
                .header("If-Match", etag(tender, evaluator))
                .noContentType()
                .post(tender.at("marks/submission"));
    }

    private static String etag(Tender tender, String evaluator) {
        return Tender.as(evaluator).get(tender.at("marks")).header("ETag");
    }

    /** Gives and hands in the same marks for every question of every bid. */
    public static void all(Tender tender, String evaluator, int mark, String... references) {
        var bids = Arrays.stream(references)
                .map(reference -> bid(reference, mark, mark, mark, mark))
                .toArray(String[]::new);
        give(tender, evaluator, bids(bids)).then().statusCode(200);
        submit(tender, evaluator).then().statusCode(200);
    }

    public static Response agree(Tender tender, String body) {
        return Tender.as(Tender.BUYER)
                .header("If-Match", tender.etag())
                .body(body)
                .put(tender.at("consensus"));
    }
}

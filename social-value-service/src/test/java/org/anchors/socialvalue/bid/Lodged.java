package org.anchors.socialvalue.bid;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.anchors.socialvalue.procurement.Tender;

/** Bids for a {@link Tender}, as its buyer's portal lodges them. */
public final class Lodged {

    static final String COMMITMENTS = """
            [{"measure": "M1", "posts": {"people": 6, "hoursPerWeek": 25, "fullTimeHours": 37.5, "weeks": 52}, "year": 1},
             {"measure": "M3", "quantity": 120.5, "year": 2}]""";

    private Lodged() {}

    /** A bid without commitments. */
    public static String body(String supplier, String price) {
        return body(supplier, price, "[]");
    }

    public static String body(String supplier, String price, String commitments) {
        return """
                {"supplier": "%s", "supplierId": "GB-COH-%s", "price": %s, "commitments": %s,
                 "answers": {"q1": "How we do it: %s", "sv1": "For local people"}}""".formatted(supplier, number(supplier), price, commitments, supplier);
    }

    /** A supplier's number, always the same for the same name. */
    static String number(String supplier) {
        return UUID.nameUUIDFromBytes(supplier.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, 8)
                .toUpperCase(Locale.ROOT);
    }

    public static Response in(Tender tender, String body) {
        return Tender.as(Tender.MACHINE).body(body).post(tender.at("bids"));
    }

    /** The reference of a bid that was lodged. */
    public static String reference(Tender tender, String body) {
        var received = in(tender, body);
        received.then().statusCode(201);
        return received.jsonPath().getString("reference");
    }
}

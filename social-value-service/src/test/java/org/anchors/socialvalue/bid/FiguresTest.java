package org.anchors.socialvalue.bid;

import static io.restassured.RestAssured.given;
import static org.anchors.socialvalue.procurement.Tender.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;

/** docs/decisions/0018: what the service tells of itself says nothing of bids that come in. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class FiguresTest {

    /** Of the machine and of the connections to Kafka, which move by themselves. */
    private static final String MOVING_BY_ITSELF =
            "(jvm|process|system|kafka|anchors_(outbox|events|dead_letters))_.*|[a-z_]+_max\\b.*";

    @Test
    void movesNoFigureWhenABidIsLodged() {
        var tender = Tender.published();
        Lodged.reference(tender, Lodged.body("Acme", "3"));
        var before = figures();
        for (var i = 0; i < 20; i++) {
            Lodged.reference(tender, Lodged.body("Supplier " + i, "3"));
        }
        assertEquals(new TreeSet<>(), moved(before, figures()));
    }

    /** The service reads a letter that stands as its code as the letter. */
    @Test
    void movesNoFigureWhateverWayTheAddressOfABidIsWritten() {
        var tender = Tender.published();
        lodgeAtAnotherSpelling(tender, "Acme");
        var before = figures();
        lodgeAtAnotherSpelling(tender, "Other");
        assertEquals(new TreeSet<>(), moved(before, figures()));
    }

    private static void lodgeAtAnotherSpelling(Tender tender, String supplier) {
        as(Tender.MACHINE)
                .urlEncodingEnabled(false)
                .body(Lodged.body(supplier, "3"))
                .post(tender.at("%62ids"))
                .then()
                .statusCode(201);
    }

    @Test
    void namesNoProcurementInItsFigures() {
        var tender = Tender.published();
        as(Tender.BUYER).get(tender.path());
        as(Tender.BUYER).get(tender.at("bids"));
        var text = given().get("/q/metrics").asString();
        assertTrue(text.contains("/procurements/{id}"), text);
        assertFalse(text.contains(tender.id()), text);
    }

    private static TreeSet<String> moved(Map<String, String> before, Map<String, String> after) {
        var moved = new TreeSet<String>();
        after.forEach((figure, value) -> {
            if (!value.equals(before.get(figure))) {
                moved.add(figure);
            }
        });
        return moved;
    }

    private static Map<String, String> figures() {
        var figures = new TreeMap<String, String>();
        given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.matches(MOVING_BY_ITSELF))
                .map(line -> line.replaceFirst(" # .*", "").split(" (?=[^ ]+$)"))
                .forEach(figure -> figures.put(figure[0], figure[1]));
        return figures;
    }
}

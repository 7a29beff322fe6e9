package org.anchors.socialvalue.award;

import static org.anchors.socialvalue.marking.Marking.agree;
import static org.anchors.socialvalue.marking.Marking.agreed;
import static org.anchors.socialvalue.marking.Marking.bids;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.marking.Marking;
import org.anchors.socialvalue.procurement.Tender;

/** Three bids for a {@link Tender}: Beta wins, Acme comes second, Cheap fails the gate. */
record Race(Tender tender, String acme, String beta, String cheap) {

    static final String OFFER = """
            [{"measure": "M1", "posts": {"people": 6, "hoursPerWeek": 25, "fullTimeHours": 37.5, "weeks": 52}, "year": 1},
             {"measure": "M2", "sessions": {"sessions": 40, "hoursEach": 2, "attendees": 12}, "year": 2},
             {"measure": "M3", "quantity": 120.5, "year": 2}]""";

    /** With marks that are final. */
    static Race marked(DataSource database, Example example) {
        var tender = Tender.published(Tender.body(Instant.now().plusSeconds(600), example))
                .appoint("evaluator-one");
        var acme = Lodged.reference(tender, Lodged.body("Acme", "2170000", OFFER));
        var beta = Lodged.reference(
                tender, Lodged.body("Beta", "2320000", "[{\"measure\": \"M1\", \"quantity\": 8, \"year\": 1}]"));
        var cheap = Lodged.reference(tender, Lodged.body("Cheap", "1000000"));
        tender.open(database);
        Marking.all(tender, Tender.EVALUATOR_ONE, 66, acme, beta, cheap);
        var failed = """
                {"bid": "%s", "gates": {"carbon-reduction-plan": {"passed": false, "reason": "No plan was sent"}}}""".formatted(cheap);
        agree(tender, bids(agreed(acme, 66, 100, 66, 75), agreed(beta, 100, 66, 100, 50), failed))
                .then()
                .statusCode(200);
        tender.step("consensus").then().statusCode(200);
        return new Race(tender, acme, beta, cheap);
    }

    /** Awarded to Beta. */
    static Race awarded(DataSource database, Example example) {
        var race = marked(database, example);
        race.tender().step("evaluation").then().statusCode(200);
        decide(race.tender(), race.beta()).then().statusCode(200);
        return race;
    }

    static Example belowThreshold() {
        return Example.ofToday().with("/methodology/regime", "\"BELOW_THRESHOLD\"");
    }

    static Response decide(Tender tender, String winner) {
        return tender.step(
                Tender.BUYER, "award", "{\"lots\": [{\"lot\": \"whole\", \"bid\": \"%s\"}]}".formatted(winner));
    }

    static Response confirm(Tender tender, String body) {
        return tender.step(Tender.BUYER, "contracts", body);
    }

    static String signed(LocalDate on) {
        return "{\"signedOn\": \"%s\", \"startsOn\": \"%s\"}".formatted(on, on.plusMonths(1));
    }

    static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/London"));
    }
}

package org.anchors.socialvalue.marking;

import static org.anchors.socialvalue.marking.Marking.agree;
import static org.anchors.socialvalue.marking.Marking.agreed;
import static org.anchors.socialvalue.marking.Marking.bid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.anchors.kit.testing.Engines;
import org.anchors.socialvalue.bid.Lodged;
import org.anchors.socialvalue.procurement.Tender;
import org.junit.jupiter.api.Test;

/** docs/decisions/0032: which bids stand on a page is asked first, what is said of them then; somebody may write between the two. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class ConcurrentPagesTest {

    @Inject
    DataSource database;

    @Inject
    Agreements agreements;

    @Inject
    Sheets sheets;

    /** Three bids that were opened, by reference. */
    private record Opened(Tender tender, List<String> bids) {

        UUID procurement() {
            return UUID.fromString(tender.id());
        }

        void give(int... which) {
            var marked = Arrays.stream(which)
                    .mapToObj(one -> bid(bids.get(one), 50, 50, 50, 50))
                    .toArray(String[]::new);
            Marking.give(tender, Tender.EVALUATOR_ONE, Marking.bids(marked))
                    .then()
                    .statusCode(200);
        }

        void agreeOn(int... which) {
            var agreed = Arrays.stream(which)
                    .mapToObj(one -> agreed(bids.get(one), 66, 66, 66, 66))
                    .toArray(String[]::new);
            agree(tender, Marking.bids(agreed)).then().statusCode(200);
        }
    }

    private Opened opened() {
        var tender = Tender.published().appoint("evaluator-one");
        var bids = Stream.of("Acme", "Beta", "Gamma")
                .map(supplier -> Lodged.reference(tender, Lodged.body(supplier, "1")))
                .sorted()
                .toList();
        return new Opened(tender.open(database), bids);
    }

    @Test
    void aPageOfWhatWasAgreedOnLosesNoBidToOneThatIsAgreedOnMeanwhile() {
        var opened = opened();
        Marking.all(opened.tender(), Tender.EVALUATOR_ONE, 66, opened.bids().toArray(String[]::new));
        opened.agreeOn(0, 2);
        var found = agreements.next(opened.procurement(), "", 2);
        opened.agreeOn(1);
        var page = agreements.shown(opened.procurement(), found);
        assertEquals(
                List.of(opened.bids().getFirst(), opened.bids().getLast()),
                page.items().stream().map(Agreements.View::bid).toList());
        assertNull(page.next());
    }

    @Test
    void aPageOfMarksLosesNoBidToOneThatIsMarkedMeanwhile() {
        var opened = opened();
        var own = List.of("evaluator-one");
        opened.give(0, 2);
        var found = sheets.next(opened.procurement(), own, "", 2);
        opened.give(1);
        var page = sheets.shown(opened.procurement(), own, found);
        assertEquals(
                List.of(opened.bids().getFirst(), opened.bids().getLast()),
                page.items().stream().map(Sheets.OfBid::bid).toList());
        assertNull(page.next());
    }
}

package org.anchors.charter.charter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.anchors.charter.charter.GapList.Partner;
import org.junit.jupiter.api.Test;

/** reporting.md, What it owns: a partner that is on no charter must be visible as a gap. */
class GapListTest {

    private static final List<Partner> PARTNERS =
            List.of(new Partner("a", null), new Partner("b", null), new Partner("c", null), new Partner("d", null));

    @Test
    void tellsContinuingNewDroppedAndThoseOnNeither() {
        assertEquals(
                new GapList(List.of("a"), List.of("b"), List.of("c"), List.of("d")),
                GapList.between(Set.of("a", "c"), Set.of("a", "b"), PARTNERS));
    }

    @Test
    void aSuccessorCarriesOnAndItsPredecessorsAreNoGap() {
        var partners = List.of(
                new Partner("old", "older-successor"),
                new Partner("older-successor", "b"),
                new Partner("never-signed", "b"),
                new Partner("b", null));
        assertEquals(
                new GapList(List.of("b"), List.of(), List.of(), List.of()),
                GapList.between(Set.of("old"), Set.of("b"), partners));
    }

    @Test
    void oneWhoseSuccessorIsNotOnTheLaterEditionHasDropped() {
        var partners = List.of(new Partner("old", "b"), new Partner("b", null));
        assertEquals(
                new GapList(List.of(), List.of(), List.of("old"), List.of("b")),
                GapList.between(Set.of("old"), Set.of(), partners));
    }
}

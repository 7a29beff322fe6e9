package org.anchors.kit.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** reporting.md, Small numbers. */
class ComplementsTest {

    @Test
    void keepsBackWhatThePolicySuppresses() {
        assertEquals(Set.of("c"), hidden(Policy.HES, 107, Map.of("a", 45L, "b", 55L, "c", 7L)));
        assertEquals(Set.of(), hidden(Policy.HES, 100, Map.of("a", 45L, "b", 55L)));
        assertEquals(Set.of(), hidden(Policy.HES, 10, Map.of("a", 10L, "b", 0L)));
    }

    /** 10 stands for 8 to 12 in both places, which leaves at most 4 for the third. */
    @Test
    void keepsBackAnotherPartWhereTheRestWouldTell() {
        assertEquals(Set.of("a", "b"), hidden(Policy.HES, 10, Map.of("a", 8L, "b", 2L)));
        assertEquals(Set.of("a", "b"), hidden(Policy.HES, 14, Map.of("a", 13L, "b", 1L)));
    }

    @Test
    void keepsBackNothingThatCannotBeWorkedOut() {
        assertEquals(Set.of("a", "b"), hidden(Policy.HES, 20, Map.of("a", 6L, "b", 6L, "c", 8L)));
        assertEquals(Set.of("b"), hidden(Policy.HES, 23, Map.of("a", 8L, "b", 2L, "c", 13L)));
    }

    /** Somebody is in two of them: the third may be more than what is left of the total, but not less. */
    @Test
    void takesWhatIsLeftForTheLeastOnlyWhereSomebodyIsInSeveralParts() {
        assertEquals(Set.of("a", "b"), hidden(Policy.HES, 23, Map.of("a", 17L, "b", 7L)));
        assertEquals(Set.of("b"), hidden(Policy.HES, 8, Map.of("a", 8L, "b", 3L)));
        assertEquals(Set.of("c"), hidden(Policy.HES, 120, Map.of("a", 100L, "b", 100L, "c", 5L)));
    }

    @Test
    void keepsNoOtherBackWhereItIsPlainThatSomebodyIsInNone() {
        assertEquals(Set.of("b"), hidden(Policy.HES, 100, Map.of("a", 30L, "b", 5L)));
        assertEquals(new Complements.Hidden<>(Set.of("a"), false), Complements.hidden(Policy.HES, 12, Map.of("a", 6L)));
    }

    /** 103 at least without 62 and 27 at most leaves 14 for two of at most 7 each. */
    @Test
    void keepsBackAnotherPartWhereTwoAreNearlyAsManyAsTheyCanBe() {
        assertEquals(Set.of("b", "c", "d"), hidden(Policy.HES, 103, Map.of("a", 62L, "b", 27L, "c", 7L, "d", 7L)));
    }

    /** 7 and 7 are shown as 15, which stands for 13 to 17. */
    @Test
    void keepsBackTheTotalWhereItTellsOfPartsThatAreAllKeptBack() {
        assertEquals(
                new Complements.Hidden<>(Set.of("a", "b"), true),
                Complements.hidden(Policy.HES, 14, Map.of("a", 7L, "b", 7L)));
        assertEquals(
                new Complements.Hidden<>(Set.of("a", "b"), false),
                Complements.hidden(Policy.HES, 10, Map.of("a", 5L, "b", 5L)));
    }

    @Test
    void keepsNothingBackWhereNothingIsProtected() {
        assertEquals(Set.of(), hidden(Policy.NONE, 10, Map.of("a", 8L, "b", 2L)));
    }

    private static Set<String> hidden(Policy policy, long total, Map<String, Long> parts) {
        return Complements.hidden(policy, total, parts).parts();
    }
}

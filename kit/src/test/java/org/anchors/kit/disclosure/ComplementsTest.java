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

    @Test
    void takesWhatIsMoreThanTheTotalForNoPartsOfIt() {
        assertEquals(Set.of("b"), hidden(Policy.HES, 8, Map.of("a", 8L, "b", 3L)));
    }

    @Test
    void keepsNothingBackWhereNothingIsProtected() {
        assertEquals(Set.of(), hidden(Policy.NONE, 10, Map.of("a", 8L, "b", 2L)));
    }

    private static Set<String> hidden(Policy policy, long total, Map<String, Long> parts) {
        return Complements.hidden(policy, total, parts);
    }
}

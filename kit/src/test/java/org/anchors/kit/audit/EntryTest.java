package org.anchors.kit.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final String START = "0".repeat(64);
    private static final Instant AT = Instant.parse("2026-01-12T10:30:00.000001Z");

    @Test
    void hasTheSameHashWheneverItIsComputed() {
        assertEquals(
                entry(1, "s", "w", "o", "r", "d", "x", "{}").hashAfter(START),
                entry(1, "s", "w", "o", "r", "d", "x", "{}").hashAfter(START));
    }

    @Test
    void hasAnotherHashWhenAnythingInItIsAnother() {
        var different = List.of(
                entry(1, "s", "w", "o", "r", "d", "x", "{}"),
                entry(2, "s", "w", "o", "r", "d", "x", "{}"),
                entry(1, "S", "w", "o", "r", "d", "x", "{}"),
                entry(1, "s", "W", "o", "r", "d", "x", "{}"),
                entry(1, "s", "w", "O", "r", "d", "x", "{}"),
                entry(1, "s", "w", null, "r", "d", "x", "{}"),
                entry(1, "s", "w", "", "r", "d", "x", "{}"),
                entry(1, "s", "w", "o", "R", "d", "x", "{}"),
                entry(1, "s", "w", "o", null, "d", "x", "{}"),
                entry(1, "s", "w", "o", "", "d", "x", "{}"),
                entry(1, "s", "w", "o", "r", "D", "x", "{}"),
                entry(1, "s", "w", "o", "r", "d", "X", "{}"),
                entry(1, "s", "w", "o", "r", "d", "x", "{ }"));
        allHaveHashesOfTheirOwn(different);
    }

    @Test
    void hasAnotherHashWhenACharacterMovesFromOneFieldToTheNext() {
        allHaveHashesOfTheirOwn(List.of(
                entry(1, "ab", "c", "o", "r", "d", "x", "{}"),
                entry(1, "a", "bc", "o", "r", "d", "x", "{}"),
                entry(1, "abc", "", "o", "r", "d", "x", "{}"),
                entry(1, "", "abc", "o", "r", "d", "x", "{}"),
                entry(1, "a1:b", "c", "o", "r", "d", "x", "{}"),
                entry(1, "a", "1:bc", "o", "r", "d", "x", "{}"),
                entry(1, "ab", "c", "or", "", "d", "x", "{}"),
                entry(1, "ab", "c", "", "or", "d", "x", "{}"),
                entry(1, "ab", "c", null, "or", "d", "x", "{}"),
                entry(1, "ab", "c", "or", null, "d", "x", "{}"),
                entry(1, "ab", "c", "o", "r", "dx", "", "{}"),
                entry(1, "ab", "c", "o", "r", "", "dx", "{}"),
                entry(1, "ab", "c", "o", "r", "d", "x{", "}")));
    }

    @Test
    void hasAnotherHashBehindAnotherEntry() {
        var entry = entry(2, "s", "w", "o", "r", "d", "x", "{}");
        assertTrue(!entry.hashAfter(START).equals(entry.hashAfter("1".repeat(64))));
    }

    private record Numbered(long seq, Entry entry) {
        String hashAfter(String previous) {
            return entry.hashAfter(previous, seq);
        }
    }

    private static void allHaveHashesOfTheirOwn(List<Numbered> entries) {
        var hashes = new HashSet<String>();
        entries.forEach(entry -> assertTrue(hashes.add(entry.hashAfter(START)), entry.toString()));
    }

    private static Numbered entry(
            long seq,
            String subject,
            String who,
            @Nullable String organisation,
            @Nullable String request,
            String deed,
            String object,
            String detail) {
        return new Numbered(seq, new Entry(AT, subject, who, organisation, request, deed, object, detail));
    }
}

package org.anchors.contracts.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FaultTest {

    @Test
    void shortensWhatWasGiven() {
        assertEquals("x".repeat(80) + "…", given("x".repeat(81)));
        assertEquals("x".repeat(80), given("x".repeat(80)));
    }

    @Test
    void holdsOnlyWhatCanBeWrittenAsUtf8() {
        assertEquals("x".repeat(79) + "?…", given("x".repeat(79) + "🌳"));
        assertEquals("a?b", given("a\ud800b"));
        assertEquals("/a?", new Fault("/a\udc00", "unknown-field", null, "-").at());
    }

    private static String given(String text) {
        return String.valueOf(new Fault("/name", "form", text, "-").given());
    }
}

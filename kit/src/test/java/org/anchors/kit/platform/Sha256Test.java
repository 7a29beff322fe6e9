package org.anchors.kit.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {

    /** Characters of one to four bytes, so that pieces begin in the middle of a pair; the last is half a pair. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_191, 8_192, 8_193, 30_000})
    void isThatOfTheTextsBytesHoweverLongItIs(int length) {
        var text = "a\u00e9\u2248\ud83c\udf33b".repeat(length).substring(0, length);
        assertEquals(Sha256.of(text.getBytes(StandardCharsets.UTF_8)), Sha256.of(text));
    }

    /** FIPS 180-2, appendix B.1. */
    @Test
    void isThatOfTheStandardsExample() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sha256.of("abc"));
    }
}

package org.anchors.kit.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.junit.jupiter.api.Test;

class TextLinesTest {

    @Test
    void numbersLinesAndPassesOverBlankOnes() throws IOException {
        assertEquals(List.of("1 a", "3 bc", "4 d"), lines("a\n \nbc\nd"));
        assertEquals(List.of("1 a"), lines("a\n"));
        assertEquals(List.of(), lines(""));
    }

    /** Longer than what is read at once, so that lines lie across its borders. */
    @Test
    void readsLinesOfALongText() throws IOException {
        var numbered = IntStream.rangeClosed(1, 20_000).boxed().toList();
        var text = numbered.stream()
                .map(number -> Integer.toString(number % 1_000))
                .collect(Collectors.joining("\n"));
        assertEquals(
                numbered.stream().map(number -> number + " " + number % 1_000).toList(), lines(text));
    }

    @Test
    void refusesALineThatIsTooLong() throws IOException {
        assertEquals(List.of("1 abcd"), lines("abcd\n"));
        var refused = assertThrows(Refused.class, () -> lines("a\nabcde"));
        assertSame(CommonRefusal.BODY_TOO_LARGE, refused.refusal());
    }

    @Test
    void makesNothingElseOfWhatIsNotUtf8() {
        assertThrows(CharacterCodingException.class, () -> lines(new byte[] {'a', (byte) 0xE9, '\n'}));
    }

    private static List<String> lines(String text) throws IOException {
        return lines(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> lines(byte[] text) throws IOException {
        var found = new ArrayList<String>();
        try (var lines = new TextLines(new ByteArrayInputStream(text), 4)) {
            lines.forEach((line, number) -> found.add(number + " " + line));
        }
        return found;
    }
}

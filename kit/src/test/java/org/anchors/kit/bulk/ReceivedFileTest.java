package org.anchors.kit.bulk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.junit.jupiter.api.Test;

class ReceivedFileTest {

    private static final String NAME = "received-file-test";

    @Test
    void holdsTheBodyForAsOftenAsItIsRead() throws IOException {
        var body = new byte[200_000];
        new Random(7).nextBytes(body);
        try (var file = receive(new ByteArrayInputStream(body), body.length)) {
            for (var times = 0; times < 2; times++) {
                try (var read = file.read()) {
                    assertArrayEquals(body, read.readAllBytes());
                }
            }
        }
    }

    /** The digest of these three letters stands in FIPS 180-4's examples. */
    @Test
    void knowsTheDigestOfTheBody() throws IOException {
        try (var file = receive(text("abc"), 3)) {
            assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", file.digest());
        }
    }

    @Test
    void refusesOneByteTooMany() {
        var refused = assertThrows(Refused.class, () -> receive(text("abcd"), 3));
        assertSame(CommonRefusal.BODY_TOO_LARGE, refused.refusal());
        assertEquals("A file may have 3 bytes.", refused.detail());
    }

    @Test
    void isNotToBeFoundWhileItIsThereNorWhenItWasRefusedOrBrokeOff() throws IOException {
        try (var file = receive(text("abc"), 3)) {
            assertEquals(3, file.read().readAllBytes().length);
            assertEquals(List.of(), left());
        }
        assertThrows(Refused.class, () -> receive(text("abcd"), 3));
        assertThrows(IOException.class, () -> receive(brokenOff(), 3));
        assertEquals(List.of(), left());
    }

    @Test
    void asksToComeAgainWhileThereIsNoRoomForMore() throws IOException {
        var shelf = new Shelf(5);
        try (var first = receive(text("abc"), shelf)) {
            var refused = assertThrows(Refused.class, () -> receive(text("abc"), shelf));
            assertSame(CommonRefusal.NO_ROOM, refused.refusal());
            receive(text("ab"), shelf).close();
            assertEquals(3, first.read().readAllBytes().length);
        }
        assertThrows(IOException.class, () -> receive(brokenOff(), shelf));
        receive(text("abcde"), shelf).close();
        assertEquals(List.of(), left());
    }

    private static ReceivedFile receive(InputStream body, Shelf shelf) throws IOException {
        return ReceivedFile.receive(body, RunningDigest.sha256(), 10, NAME, shelf);
    }

    private static ReceivedFile receive(InputStream body, long largest) throws IOException {
        return ReceivedFile.receive(body, RunningDigest.sha256(), largest, NAME);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream brokenOff() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The client is gone");
            }
        };
    }

    private static List<Path> left() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), NAME + "*")) {
            var found = new ArrayList<Path>();
            files.forEach(found::add);
            return found;
        }
    }
}

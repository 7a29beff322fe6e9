package org.anchors.employment.privacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MasterKeyTest {

    private static final String OLD = "of-no-use-but-in-tests";
    private static final String NEW = "another-one-of-no-use";
    private static final byte[] KEY = "the key of a programme's people.".getBytes(StandardCharsets.UTF_8);

    @Test
    void wrapsAKeyForItsScopeOnly() {
        var wrapped = new MasterKey(OLD).wrapped(KEY, "halo");
        assertArrayEquals(KEY, new MasterKey(OLD).unwrapped(wrapped, "halo").orElseThrow());
        assertEquals(Optional.empty(), new MasterKey(OLD).unwrapped(wrapped, "academy"));
        assertEquals(Optional.empty(), new MasterKey(NEW).unwrapped(wrapped, "halo"));
    }

    /** Whoever has a digest of a body and tries bodies learns nothing of the key that wraps. */
    @Test
    void hasAKeyOfItsOwnForEachUse() {
        var body = "anchors pseudonyms 1".getBytes(StandardCharsets.UTF_8);
        var digest = new MasterKey(OLD).digest();
        digest.update(body, body.length);
        var wrapping = Keyed.mac(body, OLD.getBytes(StandardCharsets.UTF_8));
        assertNotEquals(HexFormat.of().formatHex(Keyed.mac(wrapping, body)), digest.end());
    }

    @Test
    void readsWhatTheKeyBeforeItHasWrapped() {
        var wrapped = new MasterKey(OLD).wrapped(KEY, "halo");
        var changed = new MasterKeys(Optional.of(NEW), Optional.of(OLD));
        assertArrayEquals(KEY, changed.unwrapped(wrapped, "halo"));
        var lost = new MasterKeys(Optional.of(NEW), Optional.empty());
        assertThrows(IllegalStateException.class, () -> lost.unwrapped(wrapped, "halo"));
        assertNotEquals(new MasterKey(OLD).id(), new MasterKey(NEW).id());
    }

    @Test
    void replicasThatAreRolledOutOneAfterTheOtherReadWhatEachOfThemWraps() {
        var told = new MasterKeys(Optional.of(OLD), Optional.of(NEW));
        var changed = new MasterKeys(Optional.of(NEW), Optional.of(OLD));
        assertArrayEquals(KEY, told.unwrapped(changed.present().wrapped(KEY, "halo"), "halo"));
        assertArrayEquals(KEY, changed.unwrapped(told.present().wrapped(KEY, "halo"), "halo"));
    }

    @Test
    void isNeitherShortNorMissing() {
        assertThrows(IllegalStateException.class, () -> new MasterKey("fifteen letters"));
        assertThrows(IllegalStateException.class, () -> new MasterKeys(Optional.empty(), Optional.of(OLD)));
    }
}

package org.anchors.kit.edge;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    private static final Version SEVENTH = new Version(7);

    @Test
    void acceptsItsOwnTag() {
        assertDoesNotThrow(() -> SEVENTH.require(SEVENTH.tag()));
        assertDoesNotThrow(() -> SEVENTH.require(" \"7\" "));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "*"})
    void demandsThatAVersionIsNamed(@Nullable String ifMatch) {
        assertEquals(CommonRefusal.VERSION_MISSING, refusalOf(ifMatch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"8\"", "7", "W/\"7\"", "\"6\", \"7\"", "\""})
    void refusesEveryOther(String ifMatch) {
        assertEquals(CommonRefusal.VERSION_STALE, refusalOf(ifMatch));
    }

    private static Object refusalOf(@Nullable String ifMatch) {
        return assertThrows(Refused.class, () -> SEVENTH.require(ifMatch)).refusal();
    }
}

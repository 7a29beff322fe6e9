package org.anchors.kit.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final long WHOLE = Load.LARGEST;

    @Test
    void endsByRowsWhereTheyAreSmall() {
        assertEquals(new Load(2, true), Load.of(List.of(1L, 1L, 1L), 2));
        assertEquals(new Load(2, false), Load.of(List.of(1L, 1L), 2));
        assertEquals(new Load(1, false), Load.of(List.of(1L), 2));
    }

    @Test
    void endsByBytesWhereTheyAreLarge() {
        assertEquals(new Load(2, false), Load.of(List.of(WHOLE - 1, 1L), 20));
        assertEquals(new Load(1, true), Load.of(List.of(WHOLE - 1, 2L, 1L), 20));
    }

    @Test
    void takesOneHoweverLargeItIs() {
        assertEquals(new Load(1, true), Load.of(List.of(WHOLE + 1, 0L), 20));
        assertEquals(new Load(1, false), Load.of(List.of(WHOLE + 1), 20));
        assertEquals(new Load(0, false), Load.of(List.of(), 20));
    }
}

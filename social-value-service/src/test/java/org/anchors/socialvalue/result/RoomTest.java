package org.anchors.socialvalue.result;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RoomTest {

    @Test
    void takesWhatFitsIntoWhatIsLeft() {
        var room = new Room(10);
        assertTrue(room.take(7));
        assertFalse(room.take(4));
        assertTrue(room.take(3));
        assertFalse(room.take(1));
    }
}

package org.anchors.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.anchors.local.client.Impossible;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void saysHowAVerbIsUsedThatWasNotToldWhatItNeeds() {
        var refused = assertThrows(Impossible.class, () -> Main.only(List.of(), "show-secret NAME"));
        assertEquals("Usage: show-secret NAME", refused.getMessage());
    }

    @Test
    void takesTheOneThingThatAVerbNeeds() {
        assertEquals("keycloak.admin", Main.only(List.of("keycloak.admin"), "show-secret NAME"));
    }
}

package org.anchors.local.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void namesTheTakenPortAndWhoWantsItAndWhatToDo() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var wanted = Map.of("ANCHORS_PORT_CHARTER_SERVICE", String.valueOf(other.getLocalPort()));

            var refusal = assertThrows(PortsTaken.class, () -> Ports.choose(List.of("charter-service"), wanted));

            var message = String.valueOf(refusal.getMessage());
            assertTrue(message.contains("Port " + other.getLocalPort() + ", which charter-service needs"), message);
            assertTrue(message.contains("ANCHORS_PORT_CHARTER_SERVICE="), message);
            assertTrue(message.contains("Nothing was started"), message);
        }
    }

    @Test
    void namesEveryTakenPortAtOnce() throws IOException {
        try (var one = new ServerSocket(0);
                var two = new ServerSocket(0)) {
            var wanted = Map.of(
                    "ANCHORS_PORT_KAFKA", String.valueOf(one.getLocalPort()),
                    "ANCHORS_PORT_POSTGRES", String.valueOf(two.getLocalPort()));

            var refusal = assertThrows(PortsTaken.class, () -> Ports.choose(List.of("kafka", "postgres"), wanted));

            var message = String.valueOf(refusal.getMessage());
            assertTrue(message.contains(one.getLocalPort() + ", which kafka needs"), message);
            assertTrue(message.contains(two.getLocalPort() + ", which postgres needs"), message);
        }
    }

    @Test
    void picksDifferentFreePortsWhenAsked() {
        var ports = Ports.choose(List.of("gateway", "kafka"), Map.of("ANCHORS_PORTS", "free"));

        assertNotEquals(ports.of("gateway"), ports.of("kafka"));
        assertNotEquals(8080, ports.of("gateway"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "99999", "0", "-1", "", " 8080", "12345678901234567890"})
    void saysThatWhatIsNamedIsNoPort(String named) {
        var wanted = Map.of("ANCHORS_PORT_GATEWAY", named);

        var refusal = assertThrows(NoSuchPort.class, () -> Ports.choose(List.of("gateway"), wanted));

        var message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith("ANCHORS_PORT_GATEWAY is '" + named + "', which is not a port"), message);
    }

    @Test
    void usesThePortThatIsNamedForAPart() {
        var free = Ports.choose(List.of("gateway"), Map.of("ANCHORS_PORTS", "free"))
                .of("gateway");

        var ports = Ports.choose(List.of("gateway"), Map.of("ANCHORS_PORT_GATEWAY", String.valueOf(free)));

        assertEquals(free, ports.of("gateway"));
    }
}

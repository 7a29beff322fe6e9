package org.anchors.kit.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerTest {

    private final Broker broker =
            new Broker(Map.of("bootstrap.servers", "kafka:9093", "security.protocol", "SASL_SSL", "acks", "1"));

    @Test
    void givesEveryClientTheWayInAndWhatTheClientItselfInsistsOn() {
        assertEquals(
                Map.of("bootstrap.servers", "kafka:9093", "security.protocol", "SASL_SSL", "acks", "all"),
                broker.client(Map.of("acks", "all")));
    }
}

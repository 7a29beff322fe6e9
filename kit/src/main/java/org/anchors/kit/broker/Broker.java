package org.anchors.kit.broker;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * How Kafka is reached, and as whom: everything under {@code kafka.} ({@code KAFKA_BOOTSTRAP_SERVERS}, {@code
 * KAFKA_SECURITY_PROTOCOL} and so on), which the connectors of the consumers read too.
 */
@ApplicationScoped
public class Broker {

    private final Map<String, Object> settings;

    Broker(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = settings;
    }

    /** The settings of a client: these, and how Kafka is reached. */
    public Map<String, Object> client(Map<String, Object> own) {
        var all = new HashMap<>(settings);
        all.putAll(own);
        return all;
    }
}

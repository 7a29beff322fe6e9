package org.anchors.deployment.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.StrimziAclOperation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.anchors.deployment.Checkout;
import org.anchors.deployment.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class KafkaTest {

    @SuppressWarnings("unused")
    private static final List<String> SERVICES = Checkout.SERVICES;

    private final Rendered production = Rendered.of("production");

    @Test
    void hasTheTopicsOfTheLocalPlatform() {
        var partitions = new TreeMap<String, Integer>();
        for (var topic : production.all(KafkaTopic.class)) {
            partitions.put(topic.getMetadata().getName(), topic.getSpec().getPartitions());
            assertEquals(-1, topic.getSpec().getConfig().get("retention.ms"));
        }
        var source = Checkout.text("local-runtime/src/main/java/org/anchors/local/engine/Topics.java");
        var expected = new TreeMap<String, Integer>();
        for (var service : Checkout.SERVICES) {
            var topic = Settings.properties(service).getProperty("anchors.topic");
            assertTrue(source.contains('"' + topic + '"'), topic);
            expected.put(topic, 6);
            expected.put(topic + ".dlq", 1);
        }
        assertTrue(source.contains("PARTITIONS = 6;"));
        assertEquals(expected, partitions);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void letsAServiceReadWhatItListensToAndPutAsideWhatItCannotHandle(String service) {
        for (var channel : channels(service).values()) {
            assertTrue(may(service, StrimziAclOperation.READ, topic(told(channel, "topic"))), channel.toString());
            assertTrue(
                    may(service, StrimziAclOperation.WRITE, topic(told(channel, "dead-letter-queue.topic"))),
                    channel.toString());
            assertTrue(may(service, StrimziAclOperation.READ, group(told(channel, "group.id"))), channel.toString());
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void letsAServiceWriteToItsOwnTopicAndToNoOther(String service) {
        for (var other : Checkout.SERVICES) {
            var topic = Settings.properties(other).getProperty("anchors.topic");
            assertEquals(service.equals(other), may(service, StrimziAclOperation.WRITE, topic(topic)), topic);
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void letsAServiceSendItsOwnDeadLettersAgain(String service) {
        var topic = Settings.properties(service).getProperty("anchors.topic");
        assertTrue(may(service, StrimziAclOperation.READ, topic(topic + ".dlq")));
        assertTrue(may(service, StrimziAclOperation.READ, group(topic + ".redrive")));
        assertTrue(may(service, StrimziAclOperation.READ, group("reader")));
    }

    private boolean may(String service, StrimziAclOperation operation, AclRuleResource resource) {
        var user = production.all(KafkaUser.class).stream()
                .filter(each -> each.getMetadata().getName().equals(service))
                .findFirst()
                .orElseThrow();
        return ((KafkaUserAuthorizationSimple) user.getSpec().getAuthorization())
                .getAcls().stream()
                        .filter(rule -> rule.getOperations().contains(operation))
                        .anyMatch(rule -> covers(rule.getResource(), resource));
    }

    private static boolean covers(AclRuleResource allowed, AclRuleResource asked) {
        if (allowed instanceof AclRuleTopicResource topic && asked instanceof AclRuleTopicResource wanted) {
            return topic.getName().equals(wanted.getName());
        }
        return allowed instanceof AclRuleGroupResource group
                && asked instanceof AclRuleGroupResource wanted
                && switch (group.getPatternType()) {
                    case LITERAL -> wanted.getName().equals(group.getName());
                    case PREFIX -> wanted.getName().startsWith(group.getName());
                };
    }

    private static String told(Map<String, String> channel, String setting) {
        return Objects.requireNonNull(channel.get(setting), setting);
    }

    private static AclRuleResource topic(String name) {
        var topic = new AclRuleTopicResource();
        topic.setName(name);
        return topic;
    }

    private static AclRuleResource group(String name) {
        var group = new AclRuleGroupResource();
        group.setName(name);
        return group;
    }

    /** The settings of every channel that a service reads, by the channel's name. */
    private static Map<String, Map<String, String>> channels(String service) {
        var channels = new TreeMap<String, Map<String, String>>();
        var prefix = "mp.messaging.incoming.";
        Settings.properties(service).forEach((key, value) -> Stream.of(String.valueOf(key))
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()).split("\\.", 2))
                .forEach(parts -> channels.computeIfAbsent(parts[0], name -> new TreeMap<>())
                        .put(parts[1], String.valueOf(value))));
        assertTrue(!channels.isEmpty(), service);
        return channels;
    }
}

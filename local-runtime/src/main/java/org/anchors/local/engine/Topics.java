package org.anchors.local.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anchors.local.child.StartFailed;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The platform's topics: what happened in each service, and beside it what some consumer could not handle. */
public final class Topics {

    private static final Map<String, String> KEPT_FOR_EVER = Map.of("retention.ms", "-1");
    private static final int PARTITIONS = 6;
    private static final int SECONDS = 20;
    private static final List<String> NAMES = List.of("anchors.charter", "anchors.social-value", "anchors.employment");

    private Topics() {}

    /** Creates those that are missing on one broker. Answers the exit code. */
    public static int createMissing(String bootstrap) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            createMissing(admin);
            return 0;
        } catch (StartFailed e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    static void createMissing(Admin admin) {
        try {
            var missing = new ArrayList<>(topics());
            Set<String> there = admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS);
            missing.removeIf(topic -> there.contains(topic.name()));
            for (var made : admin.createTopics(missing).values().values()) {
                awaitMade(made);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while creating topics.");
        } catch (ExecutionException | TimeoutException e) {
            throw new StartFailed("The topics cannot be created: " + e);
        }
    }

    /** A broker that was slow to say that it has made a topic is asked again, and then has it already. */
    private static void awaitMade(Future<Void> made) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            made.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw failure;
            }
        }
    }

    private static List<NewTopic> topics() {
        var topics = new ArrayList<NewTopic>();
        for (var topic : NAMES) {
            topics.add(new NewTopic(topic, PARTITIONS, (short) 1).configs(KEPT_FOR_EVER));
            topics.add(new NewTopic(topic + ".dlq", 1, (short) 1).configs(KEPT_FOR_EVER));
        }
        return topics;
    }
}

package org.anchors.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.contracts.event.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/**
 * Gives a test suite a database of its own in the shared PostgreSQL, and the shared Kafka with empty topics. The engines run
 * already: {@code ./anchor engines} starts them, {@code ./anchor test} does so by itself.
 */
public final class Engines implements QuarkusTestResourceLifecycleManager {

    private final String database = "test_" + UUID.randomUUID().toString().replace("-", "");
    private final Properties facts = new Properties();

    @Override
    public Map<String, String> start() {
        read(Path.of(Objects.requireNonNull(System.getProperty("anchors.engines"), "anchors.engines is not set")));
        execute("create database " + database);
        emptyTopics();
        var config = new HashMap<String, String>();
        config.put("quarkus.datasource.jdbc.url", url(database));
        config.put("quarkus.datasource.username", facts.getProperty("postgres.superuser"));
        config.put("quarkus.datasource.password", facts.getProperty("postgres.password"));
        config.put("kafka.bootstrap.servers", facts.getProperty("kafka.bootstrap"));
        config.put("anchors.seal.key", UUID.randomUUID().toString());
        config.putAll(Tokens.settings());
        return config;
    }

    @Override
    public void stop() {
        execute("drop database if exists " + database + " with (force)");
    }

    private void read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            facts.load(reader);
        } catch (IOException missing) {
            throw new UncheckedIOException(
                    "No engines to test against: run ./anchor engines first, or ./anchor test", missing);
        }
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(
                        url("postgres"),
                        facts.getProperty("postgres.superuser"),
                        facts.getProperty("postgres.password"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("PostgreSQL did not do: " + sql, failure);
        }
    }

    private String url(String name) {
        return "jdbc:postgresql://%s:%s/%s"
                .formatted(facts.getProperty("postgres.host"), facts.getProperty("postgres.port"), name);
    }

    /** Events of an earlier suite speak of another database. */
    private void emptyTopics() {
        var topics = Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(topic.kafkaName(), topic.deadLetters()))
                .toList();
        try (var admin = Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, facts.getProperty("kafka.bootstrap")))) {
            var partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .toList();
            var ends = admin.listOffsets(
                            partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                    .all()
                    .get();
            admin.deleteRecords(ends.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    entry -> RecordsToDelete.beforeOffset(
                                            entry.getValue().offset()))))
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Kafka did not empty its topics", failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped", ended);
        }
    }
}

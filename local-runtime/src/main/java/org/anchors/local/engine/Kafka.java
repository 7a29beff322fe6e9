package org.anchors.local.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.anchors.local.child.Launch;
import org.anchors.local.child.Part;
import org.anchors.local.child.StartFailed;
import org.anchors.local.home.Home;
import org.anchors.local.home.PrivateFile;
import org.apache.kafka.clients.admin.Admin;

/** One Kafka broker that is its own controller, on the loopback address, with the platform's topics. */
public final class Kafka implements Part {

    private final Home home;
    private final int port;
    private final int controllerPort;
    private final AotCache aot;
    private final Path data;

    public Kafka(Home home, int port, int controllerPort, AotCache aot) {
        this.home = home;
        this.port = port;
        this.controllerPort = controllerPort;
        this.aot = aot;
        this.data = home.data("kafka");
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void prepare() {
        PrivateFile.write(configuration(), settings(data));
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        var partial = home.data("kafka.new");
        Trees.delete(partial);
        var temporary = home.run("kafka-format.properties");
        PrivateFile.write(temporary, settings(partial));
        var command = Java.command(128);
        command.addAll(logging());
        command.addAll(List.of("-cp", Java.ownClassPath(), "kafka.tools.StorageTool", "format"));
        command.addAll(List.of("-t", clusterId(), "-c", temporary.toString()));
        new OneShot("Formatting Kafka's storage", command, home.log(name())).run(Map.of());
        try {
            Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(temporary);
        } catch (IOException e) {
            throw new StartFailed("Kafka's storage cannot be put into its place: " + e.getMessage());
        }
    }

    @Override
    public Launch launch() {
        var command = Java.command(256);
        command.addAll(aot.flags());
        command.addAll(logging());
        command.addAll(List.of(
                "-cp", Java.ownClassPath(), "kafka.Kafka", configuration().toString()));
        return new Launch(command, Map.of(), data, "TERM");
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Duration grace() {
        return aot.isRecording() ? Duration.ofMinutes(2) : Duration.ofSeconds(30);
    }

    @Override
    public boolean isReady() throws Exception {
        try (var admin = admin()) {
            admin.listTopics().names().get(5, TimeUnit.SECONDS);
            return true;
        }
    }

    @Override
    public void furnish() {
        try (var admin = admin()) {
            Topics.createMissing(admin);
        }
    }

    @Override
    public String offers() {
        return "lists its topics on " + bootstrap();
    }

    @Override
    public boolean isTidyingUp() {
        return aot.isWriting();
    }

    @Override
    public String lastWork() {
        return aot.isRecording() ? "stops, and writes its AOT cache, once for this build" : "";
    }

    @Override
    public void ended(boolean inGoodOrder) {
        aot.ended(inGoodOrder);
    }

    @Override
    public boolean hasAnotherWay() {
        return aot.discard();
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    private Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers",
                bootstrap(),
                "request.timeout.ms",
                "4000",
                "default.api.timeout.ms",
                "20000",
                "reconnect.backoff.max.ms",
                "200"));
    }

    private Path configuration() {
        return home.run("kafka.properties");
    }

    private static List<String> logging() {
        return List.of(
                "-Dlog4j2.configurationFile=classpath:kafka-log4j2.properties",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    private static String clusterId() {
        var id = UUID.randomUUID();
        var bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits() & Long.MAX_VALUE)
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private String settings(Path directory) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                inter.broker.listener.name=PLAINTEXT
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.num.partitions=6
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=3
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=16777216
                log.retention.ms=-1
                offsets.retention.minutes=2147483647
                """.formatted(port, controllerPort, directory);
    }
}

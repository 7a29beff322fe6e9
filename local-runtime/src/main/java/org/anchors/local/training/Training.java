package org.anchors.local.training;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anchors.local.child.Child;
import org.anchors.local.child.Part;
import org.anchors.local.child.StartFailed;
import org.anchors.local.engine.AotCache;
import org.anchors.local.engine.Application;
import org.anchors.local.engine.Kafka;
import org.anchors.local.engine.Postgres;
import org.anchors.local.home.Home;
import org.anchors.local.home.Ports;
import org.anchors.local.home.Progress;
import org.anchors.local.home.Secrets;

/**
 * One start of one program for the sake of its ahead-of-time cache: PostgreSQL and Kafka on ports nobody else has, the program
 * until it is ready, and all of it stopped again. The cache lies beside the program's jars then. What it needs to know besides is
 * of no use afterwards.
 */
public final class Training {

    private static final String GATEWAY = "gateway";
    private static final String ANYTHING = "recorded-and-forgotten";

    private final Home home;
    private final String program;
    private final Progress progress;
    private final Ports ports;

    public Training(Home home, String program) {
        this.home = home;
        this.program = program;
        this.progress = Progress.shown(home.run("progress"));
        this.ports = Ports.choose(
                List.of(program, "postgres", "kafka", "kafka-controller"), Map.of("ANCHORS_PORTS", "free"));
    }

    /** Answers the exit code: 0 when the cache was recorded. */
    public int run() {
        home.create();
        var started = new ArrayList<Child>();
        try {
            for (var part : parts()) {
                var child = new Child(part, home, progress, Clock.systemUTC());
                started.addFirst(child);
                child.startAndAwait();
            }
            return 0;
        } catch (StartFailed e) {
            progress.line("! " + e.getMessage());
            return 1;
        } finally {
            started.forEach(Child::close);
        }
    }

    private List<Part> parts() {
        if (GATEWAY.equals(program)) {
            return List.of(application(Map.of()));
        }
        var postgres = Postgres.of(program, home, new Secrets(home.secrets()), ports.of("postgres"));
        var kafka = new Kafka(
                home, ports.of("kafka"), ports.of("kafka-controller"), AotCache.in(home.run("."), "kafka", "off"));
        var engines = new HashMap<>(postgres.settingsOf(program));
        engines.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrap());
        engines.put("ANCHORS_SEAL_KEY", ANYTHING);
        engines.put("ANCHORS_EMPLOYMENT_MASTER_KEY", ANYTHING);
        return List.of(postgres, kafka, application(engines));
    }

    private Application application(Map<String, String> engines) {
        var environment = new HashMap<>(engines);
        // Nobody issues tokens here; a program starts without its realm and looks for it when the first token comes.
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:1/realms/anchors");
        environment.put("QUARKUS_OIDC_CONNECTION_DELAY", "1S");
        return new Application(home, program, program, ports.of(program), environment, "on");
    }
}

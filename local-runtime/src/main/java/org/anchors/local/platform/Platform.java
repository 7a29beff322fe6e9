package org.anchors.local.platform;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchors.local.child.Part;
import org.anchors.local.engine.AotCache;
import org.anchors.local.engine.Application;
import org.anchors.local.engine.Databases;
import org.anchors.local.engine.Kafka;
import org.anchors.local.engine.Keycloak;
import org.anchors.local.engine.Postgres;
import org.anchors.local.home.Home;
import org.anchors.local.home.Ports;
import org.anchors.local.home.Progress;
import org.anchors.local.home.Secrets;

/** All parts of a platform and how they are told about each other. */
final class Platform {

    private static final String GATEWAY = "gateway";

    /** How long a replica that is to stop says so before it does: whoever asks the others instead looks each second. */
    private static final String TIME_TO_BE_LEFT_ALONE = "3s";

    private static final List<String> ENGINES = List.of("postgres", "kafka", "kafka-controller");

    private final Home home;
    private final Ports ports;
    private final Secrets secrets;
    private final String aotMode;
    private final Postgres postgres;
    private final Kafka kafka;
    private final Optional<Keycloak> keycloak;
    private final List<Application> services;
    private final List<Application> gateways;
    private final int replicas;

    /** @param replicas of each service and of the gateway; with none there are the engines alone */
    private Platform(Home home, Ports ports, Progress progress, int replicas) {
        this.home = home;
        this.replicas = replicas;
        var enginesOnly = replicas == 0;
        this.ports = ports;
        this.secrets = new Secrets(home.secrets());
        this.aotMode = aotMode();
        var databases = enginesOnly ? List.<String>of() : Databases.NAMES;
        this.postgres = new Postgres(home, secrets, ports.of("postgres"), databases);
        var launcher = Path.of(System.getProperty("anchors.launcher", "."));
        this.kafka = new Kafka(
                home, ports.of("kafka"), ports.of("kafka-controller"), AotCache.in(launcher, "kafka", aotMode));
        if (enginesOnly) {
            this.keycloak = Optional.empty();
            this.services = List.of();
            this.gateways = List.of();
            return;
        }
        var realm = new Keycloak(home, secrets, ports.of("keycloak"), postgres, progress);
        this.keycloak = Optional.of(realm);
        this.services = Application.SERVICES.stream()
                .flatMap(service -> named(service).map(name -> service(service, name, realm)))
                .toList();
        this.gateways = named(GATEWAY).map(name -> gateway(name, realm)).toList();
    }

    static Platform whole(Home home, Progress progress, int replicas) {
        var parts = new LinkedHashSet<>(Ports.USUAL.keySet());
        Application.SERVICES.forEach(service -> parts.addAll(names(service, replicas)));
        parts.addAll(names(GATEWAY, replicas));
        return new Platform(home, Ports.choose(List.copyOf(parts), System.getenv()), progress, replicas);
    }

    /** What the replicas of a program are called: {@code gateway}, {@code gateway-2} and so on. */
    static List<String> names(String program, int replicas) {
        return IntStream.rangeClosed(1, replicas)
                .mapToObj(number -> number == 1 ? program : program + "-" + number)
                .toList();
    }

    private Stream<String> named(String program) {
        return names(program, replicas).stream();
    }

    /** PostgreSQL and Kafka alone, for the tests of the modules. */
    static Platform engines(Home home, Progress progress) {
        return new Platform(home, Ports.choose(ENGINES, System.getenv()), progress, 0);
    }

    Postgres postgres() {
        return postgres;
    }

    Kafka kafka() {
        return kafka;
    }

    Optional<Keycloak> keycloak() {
        return keycloak;
    }

    List<Application> services() {
        return services;
    }

    List<Application> gateways() {
        return gateways;
    }

    /** In the order in which they are stopped: parts of one list at the same time. */
    List<List<? extends Part>> stoppingOrder() {
        return List.of(gateways, services, keycloak.stream().toList(), List.of(kafka), List.of(postgres));
    }

    /** What other programs need to know to use the platform. */
    Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("postgres.host", "127.0.0.1");
        facts.put("postgres.port", String.valueOf(postgres.port()));
        facts.put("postgres.superuser", Postgres.SUPERUSER);
        facts.put("postgres.password", postgres.superuserPassword());
        facts.put("kafka.bootstrap", kafka.bootstrap());
        keycloak.ifPresent(realm -> facts.put("keycloak.url", realm.url()));
        services.forEach(service -> facts.put(service.name() + ".url", service.url()));
        gateways.forEach(door -> facts.put(door.name() + ".url", door.url()));
        return facts;
    }

    private Application service(String service, String name, Keycloak realm) {
        var environment = web(realm);
        environment.putAll(postgres.settingsOf(service));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrap());
        if (service.equals("social-value-service")) {
            environment.put("ANCHORS_SEAL_KEY", secrets.of("seal"));
            environment.put("ANCHORS_OCDS_ADDRESS", "http://localhost:" + ports.of(GATEWAY));
        }
        if (service.equals("employment-service")) {
            environment.put("ANCHORS_EMPLOYMENT_MASTER_KEY", secrets.of("employment.master-key"));
        }
        return new Application(home, name, service, ports.of(name), environment, aotMode);
    }

    private Application gateway(String name, Keycloak realm) {
        var environment = web(realm);
        environment.put("ANCHORS_CHARTER_URL", urlsOf("charter-service"));
        environment.put("ANCHORS_SOCIAL_VALUE_URL", urlsOf("social-value-service"));
        environment.put("ANCHORS_EMPLOYMENT_URL", urlsOf("employment-service"));
        return new Application(home, name, GATEWAY, ports.of(name), environment, aotMode);
    }

    private Map<String, String> web(Keycloak realm) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", realm.realmUrl());
        if (replicas > 1) {
            environment.put("QUARKUS_SHUTDOWN_DELAY", TIME_TO_BE_LEFT_ALONE);
        }
        return environment;
    }

    private String urlsOf(String service) {
        return named(service).map(name -> "http://127.0.0.1:" + ports.of(name)).collect(Collectors.joining(","));
    }

    private static String aotMode() {
        var usual = "free".equals(System.getenv("ANCHORS_PORTS")) ? "use" : "on";
        return System.getenv().getOrDefault("ANCHORS_AOT", usual);
    }
}

package org.anchors.local.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anchors.local.child.Launch;
import org.anchors.local.child.Part;
import org.anchors.local.child.StartFailed;
import org.anchors.local.home.Home;
import org.anchors.local.home.Progress;
import org.anchors.local.home.Secrets;

/** Keycloak with the realm {@code anchors}, on our PostgreSQL. */
public final class Keycloak implements Part {

    private static final String DATABASE = "keycloak";
    private static final List<String> SHARED = List.of("lib", "providers", "themes");

    private final Home home;
    private final Secrets secrets;
    private final int port;
    private final Postgres postgres;
    private final Progress progress;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public Keycloak(Home home, Secrets secrets, int port, Postgres postgres, Progress progress) {
        this.home = home;
        this.secrets = secrets;
        this.port = port;
        this.postgres = postgres;
        this.progress = progress;
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public int port() {
        return port;
    }

    /** The address by which everybody names it; tokens carry it as their issuer. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** The issuer of the realm's tokens. */
    public String realmUrl() {
        return url() + "/realms/anchors";
    }

    @Override
    public void prepare() {
        buildOnce();
        try {
            var own = ownHome();
            Files.createDirectories(own.resolve("data").resolve("import"));
            Trees.copy(distribution().resolve("conf"), own.resolve("conf"));
            for (var directory : SHARED) {
                link(own.resolve(directory), distribution().resolve(directory));
            }
            new Realm(home, secrets)
                    .writeTo(own.resolve("data").resolve("import").resolve("anchors-realm.json"));
        } catch (IOException e) {
            throw new StartFailed("Keycloak's directory cannot be made: " + e.getMessage());
        }
    }

    @Override
    public Launch launch() {
        var command = jvm(ownHome(), 384);
        command.addAll(List.of("start", "--optimized", "--import-realm"));
        return new Launch(command, environment(), ownHome(), "TERM");
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(15);
    }

    @Override
    public boolean isReady() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(realmUrl() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    @Override
    public String offers() {
        return "issues tokens at " + realmUrl();
    }

    /** Keycloak's own build step: it costs some 20 seconds and is done once for all platforms of a checkout. */
    private void buildOnce() {
        var options = List.of("build", "--db=postgres");
        var mark = distribution().resolve(".built");
        try (var lock = FileChannel.open(
                        home.engines().resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (!held.isValid() || Files.exists(mark)) {
                return;
            }
            progress.note(name(), "builds its server, once; this takes about 20 seconds");
            var command = jvm(distribution(), 512);
            command.addAll(options);
            new OneShot("Keycloak's build step", command, home.log(name()))
                    .run(Map.of("KC_CONFIG_BUILD_AND_EXIT", "true"));
            Files.writeString(mark, String.join(" ", options) + "\n");
        } catch (IOException e) {
            throw new StartFailed("Keycloak cannot be built: " + e.getMessage());
        }
    }

    private List<String> jvm(Path kcHome, int heapMegabytes) {
        var command = Java.command(heapMegabytes);
        command.addAll(List.of(
                "-XX:MaxMetaspaceSize=256m",
                "-XX:TieredStopAtLevel=1",
                "-Dkc.home.dir=" + kcHome,
                "-Djboss.server.config.dir=" + kcHome.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                distribution().resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }

    private Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("KC_DB_URL", postgres.url(DATABASE));
        environment.put("KC_DB_USERNAME", DATABASE);
        environment.put("KC_DB_PASSWORD", postgres.password(DATABASE));
        environment.put("KC_DB_POOL_INITIAL_SIZE", "1");
        environment.put("KC_DB_POOL_MAX_SIZE", "15");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", String.valueOf(port));
        environment.put("KC_HOSTNAME", url());
        environment.put("KC_CACHE", "local");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak.admin"));
        return environment;
    }

    private Path distribution() {
        return Path.of(System.getProperty("anchors.keycloak", "missing"));
    }

    private Path ownHome() {
        return home.data("keycloak");
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }
}

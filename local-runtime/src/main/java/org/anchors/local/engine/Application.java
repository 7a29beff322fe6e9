package org.anchors.local.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anchors.local.child.Launch;
import org.anchors.local.child.Part;
import org.anchors.local.child.StartFailed;
import org.anchors.local.home.Home;

/** One of our own programs: a service or the gateway, run from the copy of its build that the script made. */
public final class Application implements Part {

    /** The services among the programs, each with a database of its own. */
    public static final List<String> SERVICES =
            List.of("charter-service", "social-value-service", "employment-service");

    /** A ceiling. Printing the largest report there can be takes 200 of it for some seconds. */
    private static final int HEAP_MEGABYTES = 384;

    /** The largest evaluation of bids takes most of it for some seconds (docs/decisions/0032). */
    private static final int HEAP_MEGABYTES_TO_EVALUATE = 1024;

    /** How long one may take to end what it has in hand. */
    public static final Duration GRACE = Duration.ofSeconds(80);

    private final Home home;
    private final String name;
    private final String program;
    private final int port;
    private final Map<String, String> environment;
    private final Path directory;
    private final AotCache aot;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /**
     * One replica of a program.
     *
     * @param name what it is called among the parts; the first replica has the program's own name
     * @param environment its settings, but for the address it answers at
     */
    public Application(
            Home home, String name, String program, int port, Map<String, String> environment, String aotMode) {
        this.home = home;
        this.name = name;
        this.program = program;
        this.port = port;
        this.environment = new LinkedHashMap<>(environment);
        this.environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        this.environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        this.directory = Path.of(System.getProperty("anchors.app." + program, "missing"));
        this.aot = AotCache.in(directory, program, mode(aotMode));
    }

    /** Of several replicas one records. */
    private String mode(String wished) {
        return "on".equals(wished) && !name.equals(program) ? "use" : wished;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void prepare() {
        if (!Files.exists(jar())) {
            throw new StartFailed(name + " has not been built: there is no " + jar());
        }
    }

    @Override
    public Launch launch() {
        var command =
                Java.command("social-value-service".equals(program) ? HEAP_MEGABYTES_TO_EVALUATE : HEAP_MEGABYTES);
        command.addAll(aot.flags());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-jar", jar().toString()));
        return new Launch(command, environment, home.run("."), "TERM");
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Duration grace() {
        return aot.isRecording() ? Duration.ofMinutes(2) : GRACE;
    }

    @Override
    public boolean isReady() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    @Override
    public String offers() {
        return "answers at " + url()
                + (aot.isRecording() ? "  (first run of this build: recording its AOT cache)" : "");
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

    public String url() {
        return "http://localhost:" + port;
    }

    private Path jar() {
        return directory.resolve("quarkus-run.jar");
    }
}

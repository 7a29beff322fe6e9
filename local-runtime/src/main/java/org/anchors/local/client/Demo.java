package org.anchors.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anchors.local.home.Home;

/**
 * The main job, walked through: partners post their annual reports, one with faults is refused, the anchor team reads the
 * consolidated report. Walking through it twice changes nothing.
 */
public final class Demo {

    private static final String REPORTS = "/api/charter/v1/reports";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path examples;
    private final Api api;
    private final Map<String, TreeSet<String>> accepted = new TreeMap<>();
    private int failures;

    public Demo(Home home) {
        this.examples = home.checkout().resolve("examples");
        this.api = new Api(Running.in(home));
    }

    /** Prints the idempotency key under which the demonstration posts that file. */
    public static int printKey(Path file) throws IOException {
        System.out.println(Example.read(file).key());
        return 0;
    }

    public int run() throws IOException, InterruptedException {
        System.out.println("Partners post their annual reports, each with its own token:\n");
        for (var example : Example.in(examples.resolve("reports"))) {
            post(example);
        }
        var consolidated = awaitConsolidated();
        System.out.println("\nReports with faults are refused, every fault at once:\n");
        for (var example : Example.in(examples.resolve("refused"))) {
            refuse(example);
        }
        consolidated.forEach((year, report) -> {
            System.out.printf("%nThe consolidated report of %s, as the anchor team reads it:%n", year);
            Table.print(report.body());
        });
        return failures == 0 ? 0 : 1;
    }

    private void post(Example example) throws IOException, InterruptedException {
        var answer = send(example);
        System.out.printf("  %-32s %d  ", example.file(), answer.status());
        if (answer.isGood()) {
            accepted.computeIfAbsent(example.year(), y -> new TreeSet<>()).add(example.organisation());
            var body = answer.body();
            System.out.printf(
                    "%s %s, revision %s, %s%n",
                    body.path("reference").asText(),
                    body.path("state").asText(),
                    body.path("revision").asText(),
                    queries(body.path("queries")));
        } else {
            failures++;
            System.out.println(answer.body().path("title").asText() + ": "
                    + answer.body().path("detail").asText(answer.text()));
            faults(answer.body());
        }
    }

    private void refuse(Example example) throws IOException, InterruptedException {
        var answer = send(example);
        var faults = answer.body().path("faults");
        System.out.printf(
                "  %s: %d %s, %d faults%n",
                example.file(), answer.status(), answer.body().path("title").asText(), faults.size());
        faults(answer.body());
        if (answer.isGood()) {
            failures++;
            System.out.println("  ! It should have been refused.");
        }
    }

    private Api.Answer send(Example example) throws IOException, InterruptedException {
        var headers = Map.of("Content-Type", "application/json", "Idempotency-Key", example.key());
        return api.post("reporter-" + example.organisation(), REPORTS, example.body(), headers);
    }

    /** Events carry the reports into the consolidated ones; this waits until every report has arrived there. */
    private Map<String, Api.Answer> awaitConsolidated() throws IOException, InterruptedException {
        var since = Instant.now();
        var reports = new TreeMap<String, Api.Answer>();
        for (var year : accepted.keySet()) {
            reports.put(year, awaitConsolidated(year, since.plus(PATIENCE)));
        }
        System.out.printf(
                Locale.ROOT,
                "%nThe consolidated reports are up to date %.1f s after the last post.%n",
                Duration.between(since, Instant.now()).toMillis() / 1000.0);
        return reports;
    }

    private Api.Answer awaitConsolidated(String year, Instant deadline) throws IOException, InterruptedException {
        var expected = accepted.getOrDefault(year, new TreeSet<>()).size();
        var report = read(year);
        while (submitted(report) < expected && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
            report = read(year);
        }
        if (submitted(report) < expected) {
            failures++;
            System.out.println("! The consolidated report of " + year + " shows " + submitted(report) + " of "
                    + expected + " reports after " + PATIENCE.toSeconds() + " s.");
        }
        return report;
    }

    private Api.Answer read(String year) throws IOException, InterruptedException {
        var answer = api.get("anchor-team", "/api/charter/v1/consolidated/" + year);
        if (!answer.isGood()) {
            throw new Impossible("The consolidated report of " + year + " cannot be read: " + api.pretty(answer));
        }
        return answer;
    }

    private static int submitted(Api.Answer report) {
        return report.body().path("completeness").path("submitted").asInt();
    }

    private static String queries(JsonNode queries) {
        return queries.isEmpty() ? "no queries" : queries.size() + (queries.size() == 1 ? " query" : " queries");
    }

    private static void faults(JsonNode problem) {
        for (var fault : problem.path("faults")) {
            var place = List.of(text(fault, "at"), text(fault, "indicator"), text(fault, "rule"));
            System.out.println("      " + String.join("  ", place) + "  given: " + text(fault, "given"));
            System.out.println("          " + text(fault, "mend"));
        }
    }

    private static String text(JsonNode fault, String field) {
        return fault.path(field).asText("-");
    }
}

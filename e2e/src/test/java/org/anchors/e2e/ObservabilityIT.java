package org.anchors.e2e;

import static org.anchors.e2e.Reports.REPORTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** observability/: every expression of a dashboard or an alert has data while the platform runs, asked of a real Prometheus. */
@OnThePlatform
@Order(13)
class ObservabilityIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<String> SERVICES = Set.of("charter-service", "social-value-service", "employment-service");
    private static final Set<String> CONSUMERS = Set.of(
            "charter-service.consolidated",
            "charter-service.social-value",
            "charter-service.employment",
            "social-value-service.signatories",
            "employment-service.partners");
    private static final String COMPARISON = "\\s(==|!=|<=|>=|<|>)\\s[0-9.]+(\\s+or absent\\(.*)?$";

    private final Platform platform;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    ObservabilityIT(Platform platform) {
        this.platform = platform;
    }

    /** Something that somebody asks Prometheus. */
    private record Question(String where, String expression) {}

    @Test
    void everyExpressionOfADashboardOrAnAlertHasData() throws IOException {
        assumeTrue(
                Prometheus.program("prometheus").isPresent(),
                "Prometheus is not here: put it on the path, or name its directory in ANCHORS_PROMETHEUS");
        var alerts = Prometheus.delivered(platform).resolve("alerts.yml");
        Prometheus.check("rules", alerts);
        var questions = new ArrayList<>(ofAlerts(alerts));
        questions.addAll(ofDashboards());
        assertFalse(questions.size() < 25, questions::toString);

        try (var prometheus = new Prometheus(platform, directory)) {
            var replicas = 4 * platform.replicas("gateway").size();
            Awaitility.await("every target")
                    .atMost(PATIENCE)
                    .until(() -> prometheus.ask("up == 1").size() == replicas);
            Awaitility.await("data for every question")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> {
                        somebodyAsks();
                        assertEquals(List.of(), withoutData(questions, prometheus));
                        everyServiceTellsItsFigures(prometheus);
                    });
            assertEquals(List.of(), List.copyOf(prometheus.log()));
        }
    }

    /** An expression has data as soon as one of them tells. */
    private static void everyServiceTellsItsFigures(Prometheus prometheus) {
        assertEquals(SERVICES, labels("job", prometheus.ask("anchors_outbox_waiting")));
        assertEquals(SERVICES, labels("job", prometheus.ask("anchors_outbox_oldest_seconds")));
        assertEquals(CONSUMERS, labels("group", prometheus.ask("anchors_events_behind")));
        assertEquals(Set.of(), labels("alertname", prometheus.ask("ALERTS{alertname=\"FiguresMissing\"}")));
    }

    private static Set<String> labels(String name, JsonNode result) {
        return result.findParents("metric").stream()
                .map(row -> row.at("/metric/" + name).asText())
                .collect(Collectors.toSet());
    }

    private static List<Question> withoutData(List<Question> questions, Prometheus prometheus) {
        return questions.stream()
                .filter(question -> !hasData(prometheus.ask(question.expression())))
                .toList();
    }

    private static boolean hasData(JsonNode result) {
        return result.findParents("value").stream()
                .anyMatch(row -> !row.at("/value/1").asText().equals("NaN"));
    }

    /** Figures of routes are there once somebody has used them. */
    private void somebodyAsks() {
        var team = Caller.anchorTeam(platform);
        for (var path : List.of(REPORTS, "/api/social-value/v1/policies", "/api/employment/v1/programmes")) {
            team.get(path).then().statusCode(200);
        }
    }

    /** An alert is silent while all is well; what stands left of its comparison never is. */
    private static List<Question> ofAlerts(Path alerts) throws IOException {
        var rules =
                new ObjectMapper(new YAMLFactory()).readTree(alerts.toFile()).findParents("alert");
        return rules.stream()
                .map(rule -> new Question(
                        rule.required("alert").asText(),
                        rule.required("expr").asText().strip().replaceAll(COMPARISON, "")))
                .toList();
    }

    private List<Question> ofDashboards() throws IOException {
        var questions = new ArrayList<Question>();
        try (var files = Files.list(platform.checkout().resolve("observability/grafana/dashboards"))) {
            for (var file : files.toList()) {
                for (var panel : new ObjectMapper().readTree(file.toFile()).required("panels")) {
                    panel.required("targets").findValuesAsText("expr").stream()
                            .map(expression -> expression.replace("$__rate_interval", "1m"))
                            .map(expression -> new Question(
                                    file.getFileName() + ": "
                                            + panel.required("title").asText(),
                                    expression))
                            .forEach(questions::add);
                }
            }
        }
        return questions;
    }
}

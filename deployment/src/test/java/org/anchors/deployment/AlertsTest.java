package org.anchors.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** observability/prometheus: when somebody is called, when nobody is, and what is looked at. */
class AlertsTest {

    private static final String EXAMPLES = "deployment/src/test/resources/prometheus/alerts.yml";

    private final Set<String> alerts = Stream.of("alerts", "engines")
            .flatMap(file ->
                    Checkout.tree("observability/prometheus/" + file + ".yml").findValuesAsText("alert").stream())
            .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void fireWhenSomethingIsWrongAndNotOtherwise() {
        promtool().run("test", "rules", EXAMPLES);
    }

    @Test
    void areEachTriedBothWays() {
        assertEquals(alerts, tried(expected -> expected.isEmpty()));
        assertEquals(alerts, tried(expected -> !expected.isEmpty()));
    }

    @Test
    void areExplained() {
        var operations = Checkout.text("docs/operations.md");
        alerts.forEach(alert -> assertTrue(operations.contains("| `" + alert + "` |"), alert));
    }

    /** Debian's tool is built without the discovery of Kubernetes, so pods stand there as addresses. */
    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "kubernetes"})
    void areAskedOfFiguresThatAreCollectedAsPrometheusUnderstandsIt(String name, @TempDir Path directory)
            throws IOException {
        var settings = Checkout.text("observability/prometheus/" + name + ".yml")
                .replaceAll("(kubernetes_sd_configs: &pods)\\s+- role: pod\\s+namespaces: .*", "$1 []")
                .replace("kubernetes_sd_configs", "static_configs");
        var file = Files.writeString(directory.resolve("prometheus.yml"), settings);
        promtool().run("check", "config", "--syntax-only", file.toString());
    }

    private static Set<String> tried(Predicate<JsonNode> which) {
        return Checkout.tree(EXAMPLES).findParents("alertname").stream()
                .filter(trial -> which.test(trial.path("exp_alerts")))
                .map(trial -> trial.get("alertname").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Tool promtool() {
        var named = Optional.ofNullable(System.getenv("ANCHORS_PROMETHEUS")).stream();
        var path = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1));
        var program = Stream.concat(named, path)
                .map(directory -> Path.of(directory, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(
                program.isPresent(),
                "promtool is not here: put it on the path, or name its directory in ANCHORS_PROMETHEUS");
        return new Tool(program.orElseThrow().toString(), "Debian's package prometheus");
    }
}

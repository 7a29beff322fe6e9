package org.anchors.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code docs/operations.md} says of settings is what programs read. */
class OperationsTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z][A-Za-z0-9.*-]+)` \\| (all|services|[a-z-]+) \\| (.*?) \\| .*\\|$");
    private static final Pattern READ_BY_COMPOSE = Pattern.compile("\\$\\{(?<name>[A-Z_]+):-(?<standard>[^}]*)}");
    private static final String SIZES = "anchors.gateway.body.bulk.";
    private static final String TIMES = "anchors.gateway.timeout.bulk.";

    /** What a row says of a setting. */
    private record Told(String of, String standard) {

        List<String> programs() {
            return switch (of) {
                case "all" -> Checkout.PROGRAMS;
                case "services" -> Checkout.SERVICES;
                default -> List.of(of);
            };
        }
    }

    private final Map<String, Told> told = told();

    @Test
    void tellsOfEverySettingOfOurs() {
        var missing = new TreeSet<String>();
        Checkout.PROGRAMS.forEach(
                program -> missing.addAll(Settings.ofOurs(program).keySet()));
        missing.removeAll(told.keySet());
        assertEquals(Set.of(), missing);
    }

    @Test
    void tellsOfNoSettingThatThereIsNot() {
        told.forEach((key, row) -> row.programs()
                .forEach(program -> assertTrue(
                        Settings.knows(program, Settings.variable(key).replace("*", "MSEFT")), program + " " + key)));
    }

    @Test
    void tellsDefaultsAsTheyAre() {
        told.forEach((key, row) -> {
            if (row.standard().startsWith("`") && key.startsWith("anchors.")) {
                row.programs()
                        .forEach(program ->
                                assertEquals("`" + Settings.ofOurs(program).get(key) + "`", row.standard(), key));
            } else if (key.startsWith("anchors.") && row.standard().equals("none")) {
                row.programs()
                        .forEach(program ->
                                assertEquals("", Settings.ofOurs(program).get(key), key));
            } else if (Settings.kit().containsKey(key) && row.of().equals("services")) {
                assertEquals("`" + Settings.kit().getProperty(key) + "`", row.standard(), key);
            } else if (row.standard().matches("`[^`]*`")) {
                row.programs().stream()
                        .flatMap(program -> Settings.given(program, key).stream())
                        .forEach(given -> assertEquals("`" + given + "`", row.standard(), key));
            }
        });
    }

    @Test
    void tellsOfEverythingThatComposeReadsWithItsDefault() {
        var read = new TreeMap<String, String>();
        for (var file : List.of("docker-compose.yml", "docker-compose.proxy.yml")) {
            READ_BY_COMPOSE
                    .matcher(Checkout.text(file))
                    .results()
                    .forEach(variable -> read.put(
                            variable.group("name"),
                            variable.group("standard").isEmpty() ? "none" : "`" + variable.group("standard") + "`"));
        }
        var rows = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (none|`[^`]+`) \\| .*\\|$")
                .matcher(Checkout.text("docs/operations.md"))
                .results()
                .filter(row -> read.containsKey(row.group(1)))
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
        assertTrue(read.size() > 10, read::toString);
        assertEquals(read, rows);
    }

    @Test
    void tellsOfEveryPathThatTakesMoreThanOthers() {
        var settings = Settings.properties("gateway");
        var operations = Checkout.text("docs/operations.md");
        var paths = settings.stringPropertyNames().stream()
                .filter(key -> key.startsWith(SIZES) || key.startsWith(TIMES))
                .map(key -> key.replace(SIZES, "").replace(TIMES, ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(paths.size() > 5, paths::toString);
        for (var path : paths) {
            var row = "| `%s` | %s | %s |"
                    .formatted(
                            path.replace("\"", ""),
                            settings.getProperty(SIZES + path, ""),
                            settings.getProperty(TIMES + path, ""));
            assertTrue(operations.contains(row.replace("|  |", "| |")), row);
        }
    }

    private static Map<String, Told> told() {
        var told = new TreeMap<String, Told>();
        var rows = ROW.matcher(Checkout.text("docs/operations.md"));
        while (rows.find()) {
            told.put(rows.group(1), new Told(rows.group(2), rows.group(3)));
        }
        assertTrue(told.size() > 30, "There is a table of settings");
        return told;
    }
}

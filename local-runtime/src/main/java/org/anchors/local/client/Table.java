package org.anchors.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The consolidated report as a table on a terminal. */
final class Table {

    private static final String ROW = "  %-14s %-11s %18s  %-14s %-14s %s";

    private Table() {}

    static void print(JsonNode report) {
        System.out.println();
        System.out.println(line("indicator", "group", "value", "unit", "coverage", "of headcount"));
        for (var figure : report.path("figures")) {
            System.out.println(line(
                    figure.path("indicator").asText(figure.path("id").asText()),
                    figure.path("group").asText(""),
                    value(figure),
                    figure.path("unit").asText(""),
                    coverage(figure.path("coverage")),
                    share(figure.path("coverage").path("headcountShare"))));
        }
        System.out.println("\n  " + completeness(report.path("completeness")));
    }

    private static String line(String... cells) {
        return String.format(Locale.ROOT, ROW, (Object[]) cells).stripTrailing();
    }

    private static String value(JsonNode figure) {
        var value = figure.path("value");
        return value.isMissingNode() || value.isNull()
                ? "-"
                : value.isContainerNode() ? value.toString() : value.asText();
    }

    private static String coverage(JsonNode coverage) {
        return coverage.path("organisations").asText("-") + " of "
                + coverage.path("of").asText("-");
    }

    private static String share(JsonNode share) {
        return share.isNumber() ? String.format(Locale.ROOT, "%.0f %%", share.asDouble() * 100) : "";
    }

    private static String completeness(JsonNode completeness) {
        List<String> missing = new ArrayList<>();
        completeness.path("missing").forEach(organisation -> missing.add(organisation.asText()));
        return String.format(
                "Completeness: %s expected, %s submitted, %s accepted, %s late; missing: %s",
                completeness.path("expected").asText("-"),
                completeness.path("submitted").asText("-"),
                completeness.path("accepted").asText("-"),
                completeness.path("late").asText("-"),
                missing.isEmpty() ? "none" : String.join(", ", missing));
    }
}

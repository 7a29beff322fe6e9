package org.anchors.charter.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A report of 45 values, an example and a few more, for any organisation. */
final class BenchReport {

    static final int VALUES = 45;
    static final String HEAD = "organisation,code,group,value,numerator,denominator,explanation,attributes\n";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MORE = List.of(
            "{\"indicator\": \"SUS-08\", \"value\": 5}",
            "{\"indicator\": \"LDP-02\", \"value\": true}",
            "{\"indicator\": \"LDP-03\", \"value\": true}",
            "{\"indicator\": \"LDP-04\", \"value\": \"HSIYA\"}");

    private final ObjectNode report;

    BenchReport(String year) throws IOException {
        report = (ObjectNode) JSON.readTree(Files.readString(Path.of("../examples/reports/mseft-2025-26.json")));
        report.put("year", year);
        for (var value : MORE) {
            ((ArrayNode) report.get("values")).add(JSON.readTree(value));
        }
        if (report.get("values").size() != VALUES) {
            throw new IllegalStateException(
                    "The example has changed: " + report.get("values").size() + " values");
        }
    }

    String json(String organisation) {
        return report.put("organisation", organisation).toString();
    }

    /** The values as rows of a bulk file. */
    String rows(String organisation) {
        return StreamSupport.stream(report.get("values").spliterator(), false)
                .map(value -> "%s,%s,%s,%s,%s,%s,%s,%s\n"
                        .formatted(
                                organisation,
                                text(value, "indicator"),
                                text(value, "group"),
                                text(value, "value"),
                                text(value, "numerator"),
                                text(value, "denominator"),
                                text(value, "explanation"),
                                attributes(value)))
                .collect(Collectors.joining());
    }

    private static String text(JsonNode value, String field) {
        return value.path(field).asText("");
    }

    private static String attributes(JsonNode value) {
        return value.path("attributes").properties().stream()
                .map(attribute ->
                        attribute.getKey() + "=" + attribute.getValue().asText())
                .collect(Collectors.joining("|"));
    }
}

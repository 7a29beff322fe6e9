package org.anchors.charter.report;

import java.util.UUID;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Tokens;

/** Reports and callers that tests begin with. */
public final class ReportExamples {

    public static final String REPORTS = "/api/charter/v1/reports";

    private ReportExamples() {}

    public static String reporterOf(String organisation) {
        return Tokens.of("reporter-" + organisation, organisation, Role.PARTNER_REPORTER);
    }

    public static String anchorTeam() {
        return Tokens.of("anchor-team", "mse-icp", Role.ANCHOR_TEAM);
    }

    public static String operator() {
        return Tokens.of("machine-operator", "mse-icp", Role.OPERATOR);
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** A report with the given values, a list of JSON objects. */
    public static String report(String organisation, String year, String... values) {
        return """
               {"organisation": "%s", "year": "%s", "framework": "HSIYA",
                "boardApproval": {"role": "Chief Executive", "on": "2025-06-26", "minute": "BM/25/061"},
                "values": [%s]}
               """.formatted(organisation, year, String.join(", ", values));
    }

    public static String value(String indicator, long value) {
        return "{\"indicator\": \"%s\", \"value\": %d}".formatted(indicator, value);
    }

    public static String ratio(String indicator, long numerator, long denominator) {
        return "{\"indicator\": \"%s\", \"numerator\": %d, \"denominator\": %d}"
                .formatted(indicator, numerator, denominator);
    }
}

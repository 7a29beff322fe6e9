package org.anchors.e2e;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Annual reports: bodies to post, and what the anchor team sees of them. */
final class Reports {

    static final String REPORTS = "/api/charter/v1/reports";
    static final String CONSOLIDATED = "/api/charter/v1/consolidated/";

    private Reports() {}

    /** A small report: the workforce, and how much of it lives in the most deprived areas. */
    static String body(String organisation, String year, long workforce, long deprived) {
        return """
               {"organisation": "%s", "year": "%s",
                "boardApproval": {"role": "Chief Executive", "on": "2025-06-26", "minute": "EX/1"},
                "values": [
                 {"indicator": "EMP-01", "value": %d},
                 {"indicator": "EMP-03", "numerator": %d, "denominator": %d}]}
               """.formatted(organisation, year, workforce, deprived, workforce);
    }

    static Path example(Platform platform, String name) {
        return platform.checkout().resolve("examples/" + name + ".json");
    }

    static String text(Path example) {
        try {
            return Files.readString(example);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonPath consolidated(Caller team, String year) {
        return team.get(CONSOLIDATED + year).then().statusCode(200).extract().jsonPath();
    }

    /** The consolidated report once it holds every report that has been posted for the year. */
    static JsonPath settled(Caller team, String year) {
        return Awaitility.await("the consolidated report of " + year)
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(
                        () -> consolidated(team, year),
                        report -> report.getInt("completeness.submitted")
                                == listed(team, year).size());
    }

    /** A number in a figure, 0 where there is none. */
    static BigDecimal number(JsonPath report, String id, String field) {
        @Nullable Object number = report.get("figures.find { it.id == '" + id + "' }?." + field);
        return number == null ? BigDecimal.ZERO : new BigDecimal(number.toString());
    }

    /** Every reference that the list of reports shows for a year, page by page. */
    static List<String> listed(Caller team, String year) {
        var listed = new ArrayList<String>();
        @Nullable String next = null;
        do {
            var page = team.get(REPORTS + "?limit=100&year=" + year + (next == null ? "" : "&after=" + next))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("items.reference", String.class));
            next = page.getString("next");
        } while (next != null);
        return listed;
    }
}

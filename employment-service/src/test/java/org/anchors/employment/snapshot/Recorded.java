package org.anchors.employment.snapshot;

import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.participants;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Programmes with what became of their people, and what outcomes are told of them. */
final class Recorded {

    static final String PATH = "/api/employment/v1/outcomes";

    private Recorded() {}

    /** 12 start, 10 are offered a job, 9 begin one, 6 stay, 2 leave, 1 is not heard of again. */
    static String academy() {
        var programme = programme();
        var lines = new ArrayList<String>();
        for (var number = 0; number < 12; number++) {
            participant(programme, "P-%03d".formatted(number), number < 6 ? ", \"place\": \"Basildon\"" : "");
            lines.add(line(programme, number, "STARTED", "2022-09-05", ""));
            if (number < 10) {
                lines.add(line(programme, number, "JOB_OFFER", "2022-10-20", ""));
            }
            if (number < 9) {
                lines.add(line(programme, number, "JOB_START", "2022-11-01", ", \"employer\": \"mseft\""));
            }
            if (number < 6) {
                lines.add(line(programme, number, "IN_WORK_CONFIRMED", "2023-02-10", ""));
            } else if (number < 8) {
                lines.add(line(programme, number, "JOB_END", "2022-12-01", ""));
            }
        }
        record(provider(), lines);
        return programme;
    }

    /** So many begin work on a day; the first of them end it a month later, the others are in work in the next February. */
    static String began(int people, String on, List<String> ends) {
        var programme = programme();
        participants(provider(), programme, people, number -> "");
        var lines = new ArrayList<String>();
        for (var number = 0; number < people; number++) {
            lines.add(line(programme, number, "JOB_START", on, ""));
            if (number < ends.size()) {
                lines.add(line(programme, number, "JOB_END", "2022-12-01", ""));
            } else if (on.startsWith("2022")) {
                lines.add(line(programme, number, "IN_WORK_CONFIRMED", "2023-02-10", ""));
            }
        }
        record(provider(), lines);
        return programme;
    }

    static ValidatableResponse outcomes(String query) {
        return outcomes(provider(), query);
    }

    static ValidatableResponse outcomes(String token, String query) {
        return as(token).get(PATH + "?" + query).then().statusCode(200);
    }

    static void record(String token, List<String> lines) {
        as(token)
                .contentType("application/x-ndjson")
                .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .post("/api/employment/v1/milestones")
                .then()
                .statusCode(201);
    }

    static String line(String programme, int number, String kind, String on, String more) {
        return line(programme, "P-%03d".formatted(number), kind, on).replace("}", more + "}");
    }

    static String line(String programme, String participant, String kind, String on) {
        return "{\"programme\": \"%s\", \"participant\": \"%s\", \"kind\": \"%s\", \"on\": \"%s\"}"
                .formatted(programme, participant, kind, on);
    }
}

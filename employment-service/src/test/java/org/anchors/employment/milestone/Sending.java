package org.anchors.employment.milestone;

import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.contracts.problem.Problem;
import org.anchors.employment.participant.Stored;

/** Short ways to send milestones, and to what came of them. */
final class Sending {

    static final String PATH = "/api/employment/v1/milestones";

    private Sending() {}

    static List<String> states(DataSource database, String programme) throws SQLException {
        return Stored.read(database, """
                select concat_ws(' ', coalesce(year::text, 'null'), coalesce(started_on::text, 'null'),
                                 coalesce(work_on::text, 'null'), coalesce(sustained_on::text, 'null'))
                from participant_state s join participant p on p.id = s.participant
                where s.programme = '%s' order by p.id""".formatted(programme));
    }

    static String one(String programme, String participant, String kind, String on, String more) {
        return "{\"programme\": \"%s\", \"participant\": \"%s\", \"kind\": \"%s\", \"on\": \"%s\"%s}"
                .formatted(programme, participant, kind, on, more);
    }

    static Response json(String body) {
        return as(provider()).body(body).post(PATH);
    }

    /** @param type media type, with the query behind it */
    static Response send(String type, String body) {
        var query = type.indexOf('?') < 0 ? "" : type.substring(type.indexOf('?'));
        return as(provider())
                .contentType(type.replace(query, ""))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH + query);
    }

    static ValidatableResponse refused(Response answer) {
        return answer.then().statusCode(422).contentType(Problem.MEDIA_TYPE);
    }
}

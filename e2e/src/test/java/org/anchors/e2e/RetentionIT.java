package org.anchors.e2e;

import static org.anchors.e2e.Tendering.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** employment.md, Privacy: what has been kept for long enough goes at night, though every replica sets about it. */
@OnThePlatform
@Order(14)
class RetentionIT {

    private static final String BASE = "/api/employment/v1";
    private static final String PROGRAMME = "programmes/journey-kept";

    private final Platform platform;
    private final Replicas replicas;

    RetentionIT(Platform platform) {
        this.platform = platform;
        this.replicas = new Replicas(platform, "employment-service", "employment");
    }

    @Test
    void replicasThatLetGoAtOnceDoSoOnce() throws SQLException, InterruptedException, ExecutionException {
        somebodyOfWhomNothingWasRecordedForFourYears();

        var answers = replicas.atOnce(Caller.operator(platform), BASE + "/retention/runs");

        answers.forEach(answer -> expect(200, answer));
        for (var gone :
                List.of("keys.findAll { it == 'journey-kept' }", "rows.findAll { it.programme == 'journey-kept' }")) {
            assertEquals(
                    1,
                    answers.stream()
                            .mapToInt(answer -> answer.jsonPath().getList(gone).size())
                            .sum(),
                    gone);
        }
        assertEquals(1, replicas.noted("pseudonym-key-destroyed", PROGRAMME));
        assertEquals(1, replicas.noted("participants-deleted", PROGRAMME));
        expect(200, Caller.operator(platform).get(BASE + "/audit/verification"));
    }

    private void somebodyOfWhomNothingWasRecordedForFourYears() throws SQLException {
        var provider = Caller.person(platform, "provider-academy");
        expect(201, provider.post(BASE + "/programmes", """
                {"key": "journey-kept", "name": "Journey Kept", "provider": "mse-icb", "outcomeRule": "THREE_MONTHS"}"""));
        expect(201, provider.post(BASE + "/cohorts", """
                {"programme": "journey-kept", "key": "2021-autumn"}"""));
        expect(201, provider.post(BASE + "/participants", """
                {"programme": "journey-kept", "cohort": "2021-autumn", "reference": "KEPT-1"}"""));
        expect(201, provider.post(BASE + "/milestones", """
                {"programme": "journey-kept", "participant": "KEPT-1", "kind": "STARTED", "on": "2021-09-06"}"""));
        try (var connection = platform.connect("employment");
                var statement = connection.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate(
                            "update follow_up set last_at = last_at - interval '4 years' where programme = 'journey-kept'"));
        }
    }
}

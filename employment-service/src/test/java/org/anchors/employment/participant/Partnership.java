package org.anchors.employment.participant;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Tokens;

/** Short ways to programmes, cohorts and participants for tests. */
public final class Partnership {

    private static final String BASE = "/api/employment/v1";

    private Partnership() {}

    public static String provider() {
        return Tokens.of("provider-academy", "mse-icb", Role.PROGRAMME_PROVIDER);
    }

    public static String otherProvider() {
        return Tokens.of("provider-eput", "eput", Role.PROGRAMME_PROVIDER);
    }

    public static String anchorTeam() {
        return Tokens.of("anchor-team", "mse-icp", Role.ANCHOR_TEAM);
    }

    public static String auditor() {
        return Tokens.of("auditor", null, Role.AUDITOR);
    }

    /** Organisations as charter-service would tell of them. */
    public static void tell(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into organisation (key, name, places, version) values
                      ('mseft', 'Mid and South Essex NHS Foundation Trust', '{Basildon,Southend}', 1),
                      ('eput', 'Essex Partnership University NHS Foundation Trust', '{MSE+}', 1),
                      ('ecc', 'Essex County Council', '{Essex}', 1) on conflict do nothing""");
            statement.execute("""
                    insert into signature (reference, organisation, state, version) values
                      ('mseft-2024-27-1', 'mseft', 'SIGNED', 1) on conflict do nothing""");
        }
    }

    /** A new programme of the provider with one cohort, which is called autumn. */
    public static String programme() {
        return programme("mse-icb", "THREE_MONTHS", false);
    }

    public static String programme(String provider, String rule, boolean sharedKey) {
        var key = "programme-"
                + UUID.randomUUID().toString().replaceAll("[0-9-]", "x").substring(0, 8)
                + Long.toString(System.nanoTime(), 36);
        var token = Tokens.of("provider-of-" + provider, provider, Role.PROGRAMME_PROVIDER);
        as(token)
                .body("""
                        {"key": "%s", "name": "Health and Care Academy", "provider": "%s", "outcomeRule": "%s",
                         "sharedKey": %s}""".formatted(key, provider, rule, sharedKey))
                .post(BASE + "/programmes")
                .then()
                .statusCode(201);
        cohort(token, key, "autumn");
        return key;
    }

    public static void cohort(String token, String programme, String cohort) {
        as(token)
                .body("""
                        {"programme": "%s", "key": "%s"}""".formatted(programme, cohort))
                .post(BASE + "/cohorts")
                .then()
                .statusCode(201);
    }

    /** Registers a participant and answers its id. */
    public static String participant(String programme, String reference, String more) {
        return participant(provider(), programme, reference, more);
    }

    public static String participant(String token, String programme, String reference, String more) {
        return as(token)
                .body(body(programme, reference, more))
                .post(BASE + "/participants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Registers participants {@code P-000} and on, what is sent of each beside its reference by its number. */
    public static void participants(String token, String programme, int many, IntFunction<String> more) {
        var lines = IntStream.range(0, many)
                .mapToObj(number -> body(programme, "P-%03d".formatted(number), more.apply(number))
                        .strip())
                .collect(Collectors.joining("\n"));
        as(token)
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(BASE + "/participants")
                .then()
                .statusCode(201);
    }

    public static String equalityOfficer() {
        return Tokens.of("equality-academy", "mse-icb", Role.PROGRAMME_PROVIDER, Role.EQUALITY_DATA);
    }

    /** Puts a participant's flags, which nobody has put before. */
    public static void flags(String id, String flags) {
        as(equalityOfficer())
                .header("If-Match", "\"0\"")
                .body(flags)
                .put(BASE + "/participants/%s/equality-flags".formatted(id))
                .then()
                .statusCode(200);
    }

    public static String body(String programme, String reference, String more) {
        return """
                {"programme": "%s", "cohort": "autumn", "reference": "%s"%s}""".formatted(programme, reference, more);
    }

    public static RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .auth()
                .oauth2(token);
    }
}

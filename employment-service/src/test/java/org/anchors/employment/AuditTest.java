package org.anchors.employment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchors.employment.participant.Stored;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class AuditTest {

    @Inject
    DataSource database;

    @Test
    void notesWhoRegisteredWhat() throws SQLException {
        var before = verified().extract().jsonPath().getLong("entries");
        var key = register();

        verified()
                .body("intact", is(true))
                .body("entries", is((int) before + 1))
                .body("firstFault", nullValue());
        assertEquals(
                "subject-of-provider-academy provider-academy mse-icb programme-registered {\"provider\":\"mse-icb\"}",
                read("select concat_ws(' ', subject, who, organisation, deed, detail) from audit_entry"
                        + " where object = 'programmes/%s'".formatted(key)));
    }

    @Test
    void notesNothingOfARefusal() {
        var before = verified().extract().jsonPath().getLong("entries");
        post("{}").then().statusCode(422);
        verified().body("entries", is((int) before));
    }

    @Test
    void findsAnEntryThatWasChanged() throws SQLException {
        var key = register();
        change("update audit_entry set who = 'nobody' where object = 'programmes/%s'".formatted(key));
        verified().body("intact", is(false));
        change("update audit_entry set who = 'provider-academy' where object = 'programmes/%s'".formatted(key));
        verified().body("intact", is(true));
    }

    @Test
    void isVerifiedByOperatorsAndAuditorsOnly() {
        given().auth()
                .oauth2(Tokens.of("provider-academy", "mse-icb", Role.PROGRAMME_PROVIDER))
                .get("/api/employment/v1/audit/verification")
                .then()
                .statusCode(403);
    }

    private static String register() {
        var key = "programme-own" + Long.toString(System.nanoTime(), 36);
        post("""
                {"key": "%s", "name": "Halo", "provider": "mse-icb", "outcomeRule": "WORK_26_WEEKS"}""".formatted(key)).then().statusCode(201);
        return key;
    }

    private static Response post(String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .auth()
                .oauth2(Tokens.of("provider-academy", "mse-icb", Role.PROGRAMME_PROVIDER))
                .body(body)
                .post("/api/employment/v1/programmes");
    }

    private static ValidatableResponse verified() {
        return given().auth()
                .oauth2(Tokens.of("machine-operator", "mse-icp", Role.OPERATOR))
                .get("/api/employment/v1/audit/verification")
                .then()
                .statusCode(200);
    }

    /** The trail refuses changes; whoever owns the database can still make one, which is what the hashes are for. */
    private void change(String sql) throws SQLException {
        Stored.execute(
                database,
                "alter table audit_entry disable trigger audit_entry_append_only",
                sql,
                "alter table audit_entry enable trigger audit_entry_append_only");
    }

    private String read(String sql) throws SQLException {
        return Stored.read(database, sql).getFirst();
    }
}

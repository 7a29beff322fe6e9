package org.anchors.socialvalue.procurement;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Tokens;
import org.anchors.socialvalue.evaluation.Example;

/** A procurement of mseft by the methodology of the example, and the people around it. */
public final class Tender {

    public static final String PATH = "/api/social-value/v1/procurements";
    public static final String BUYER = Tokens.of("buyer-mseft", "mseft", Role.PROCUREMENT_OFFICER);
    public static final String SECOND_BUYER = Tokens.of("buyer-mseft-two", "mseft", Role.PROCUREMENT_OFFICER);
    public static final String MACHINE =
            Tokens.of("service-account-machine-buyer-mseft", "mseft", Role.PROCUREMENT_OFFICER);
    public static final String OTHER_BUYER = Tokens.of("buyer-ecc", "ecc", Role.PROCUREMENT_OFFICER);
    public static final String EVALUATOR_ONE = Tokens.of("evaluator-one", "mseft", Role.EVALUATOR);
    public static final String EVALUATOR_TWO = Tokens.of("evaluator-two", "mseft", Role.EVALUATOR);
    public static final String EVALUATOR_THREE = Tokens.of("evaluator-three", "mseft", Role.EVALUATOR);
    public static final String REPORTER = Tokens.of("reporter-eput", "eput", Role.PARTNER_REPORTER);
    public static final String AUDITOR = Tokens.of("auditor", "mse-icp", Role.AUDITOR);

    private final String path;

    private Tender(String path) {
        this.path = path;
    }

    /** The body of a draft without faults, with a catalogue of its own that is loaded already. */
    public static String body() {
        return body(Instant.now().plusSeconds(3_600), Example.ofToday());
    }

    public static String body(Instant deadline, Example example) {
        return """
                {"reference": "%s", "title": "Catering", "bidDeadline": "%s", "catalogue": "%s", "methodology": %s}""".formatted(reference(), deadline, catalogue(example), example.at("/methodology"));
    }

    public static String reference() {
        return "R-" + UUID.randomUUID();
    }

    /** Loads the measures of an example as a catalogue of mseft. */
    public static String catalogue(Example example) {
        var edition = "edition-" + UUID.randomUUID();
        as(BUYER)
                .body("""
                        {"edition": "%s", "source": "s", "licence": "OGL-UK-3.0", "redistributable": true, "measures": %s}""".formatted(edition, example.at("/catalogue/measures")))
                .post("/api/social-value/v1/catalogues")
                .then()
                .statusCode(201);
        return edition;
    }

    /** Posts a draft. */
    public static Tender drafted(String body) {
        var made = as(BUYER).body(body).post(PATH);
        made.then().statusCode(201);
        return new Tender(made.header("Location"));
    }

    /** Posts a draft and publishes it. */
    public static Tender published(String body) {
        var tender = drafted(body);
        tender.step("publication").then().statusCode(200);
        return tender;
    }

    public static Tender published() {
        return published(body());
    }

    /** Whatever its deadline was, it is over. */
    public Tender passDeadline(DataSource database) {
        return change(
                database, "update procurement set bid_deadline = clock_timestamp() - interval '1 second' where id = ?");
    }

    /** Changes something of the procurement in the database, as the course of time would. */
    public Tender change(DataSource database, String sql) {
        try (var connection = database.getConnection();
                var change = connection.prepareStatement(sql)) {
            change.setObject(1, UUID.fromString(id()));
            change.executeUpdate();
            return this;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public String path() {
        return path;
    }

    public String at(String below) {
        return path + "/" + below;
    }

    public Response read(String token) {
        return as(token).get(path);
    }

    public String etag() {
        return read(BUYER).header("ETag");
    }

    /** What is found in it as a draft. */
    ValidatableResponse check() {
        return as(BUYER).get(at("check")).then().statusCode(200);
    }

    /** Takes a step of the procurement's life on its newest version. */
    public Response step(String name) {
        return step(BUYER, name, "");
    }

    public Response step(String token, String name, String body) {
        var request = as(token).header("If-Match", etag());
        return (body.isEmpty() ? request.noContentType() : request.body(body)).post(at(name));
    }

    /** Says who marks. */
    public Tender appoint(String... accounts) {
        as(BUYER)
                .header("If-Match", etag())
                .body("{\"evaluators\": [\"%s\"]}".formatted(String.join("\", \"", accounts)))
                .put(at("evaluators"))
                .then()
                .statusCode(200);
        return this;
    }

    /** Opens the bids, whatever the deadline was. */
    public Tender open(DataSource database) {
        passDeadline(database);
        step("opening").then().statusCode(200);
        step(SECOND_BUYER, "opening", "").then().statusCode(200);
        return this;
    }

    /** A request with JSON under a new key. */
    public static RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .auth()
                .oauth2(token);
    }
}

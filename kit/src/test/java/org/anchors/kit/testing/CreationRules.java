package org.anchors.kit.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.contracts.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every request that makes a new thing. A service's test of such a request extends this and says which. */
public abstract class CreationRules {

    /** Many times what it takes. */
    private static final long SOON = 2_000;

    private static final int ATTEMPTS = 3;

    /** The address that new things are posted to. */
    protected abstract String path();

    /** A body that makes a thing that is not there yet; another one at every call. */
    protected abstract String newBody();

    /** A token of somebody who may post that. */
    protected abstract String allowed();

    /** A token of somebody whose roles do not allow it. */
    protected abstract String disallowed();

    @Test
    void asksForAToken() {
        refused(key(given()).body(newBody()).post(path()), 401).header("WWW-Authenticate", "Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x.y.z", "Bearer ", "Basic YTpi"})
    void refusesWhatIsNoToken(String authorization) {
        refused(
                key(given())
                        .header("Authorization", authorization)
                        .body(newBody())
                        .post(path()),
                401);
    }

    @Test
    void refusesATokenThatWasChanged() {
        var token = allowed();
        var changed = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(342);
        refused(as(changed).body(newBody()).post(path()), 401);
    }

    @Test
    void refusesAnotherRole() {
        refused(as(disallowed()).body(newBody()).post(path()), 403);
    }

    @Test
    void asksForAnIdempotencyKey() {
        var answer = given().contentType(ContentType.JSON)
                .auth()
                .oauth2(allowed())
                .body(newBody())
                .post(path());
        refused(answer, 400).body("type", is("/problems/idempotency-key-missing"));
    }

    @Test
    void givesTheFirstAnswerAgain() {
        var body = newBody();
        var key = UUID.randomUUID().toString();
        var first = as(allowed(), key).body(body).post(path());
        var again = as(allowed(), key).body(body).post(path());
        assertEquals(201, first.statusCode(), first.asString());
        assertEquals(201, again.statusCode());
        assertEquals(first.asString(), again.asString());
        for (var header : List.of("Location", "ETag", "Content-Type")) {
            assertEquals(first.header(header), again.header(header));
        }
    }

    @Test
    void refusesTheSameKeyForAnotherBody() {
        var key = UUID.randomUUID().toString();
        as(allowed(), key).body(newBody()).post(path()).then().statusCode(201);
        refused(as(allowed(), key).body(newBody()).post(path()), 422)
                .body("type", is("/problems/idempotency-key-reused"));
    }

    @Test
    void makesOneThingOfManySimultaneousRequests() throws InterruptedException, ExecutionException {
        var body = newBody();
        var key = UUID.randomUUID().toString();
        var token = allowed();
        Callable<Response> request = () -> as(token, key).body(body).post(path());
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(
                    IntStream.range(0, 16).mapToObj(i -> request).toList());
            var made = answers.stream()
                    .map(Future::resultNow)
                    .filter(answer -> answer.statusCode() == 201)
                    .map(Response::asString)
                    .collect(Collectors.toSet());
            assertEquals(1, made.size());
            assertTrue(answers.stream()
                    .map(Future::resultNow)
                    .allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 409));
        }
    }

    @Test
    void saysWhereTheNewThingIs() {
        var made = as(allowed()).body(newBody()).post(path());
        made.then().statusCode(201).header("ETag", notNullValue());
        var location = made.header("Location");
        assertTrue(location.startsWith(path() + "/"), location);
        given().auth().oauth2(allowed()).get(location).then().statusCode(200).header("ETag", is(made.header("ETag")));
    }

    @Test
    void refusesABodyOfTwoMegabytes() {
        refusedSoon("{\"x\": \"" + "y".repeat(1_999_980) + "\"}", 413);
    }

    @Test
    void refusesNestingOfAThousand() {
        refusedSoon("{\"x\": " + "[".repeat(1_000) + "]".repeat(1_000) + "}", 400)
                .body("type", is("/problems/nested-too-deep"));
    }

    @Test
    void refusesWhatIsNotJson() {
        refused(as(allowed()).body("{").post(path()), 400).body("type", is("/problems/malformed-json"));
        refused(as(allowed()).contentType("text/plain").body(newBody()).post(path()), 415);
    }

    @Test
    void answersEveryOtherMistakeWithAProblemToo() {
        refused(as(allowed()).body("{}").put(path()), 405);
        refused(as(allowed()).get(path() + "-of-nobody"), 404);
        refused(as(allowed()).urlEncodingEnabled(false).get(path() + "/%00"), 400);
        refused(as(allowed()).urlEncodingEnabled(false).get(path() + "?after=%00"), 400);
        refused(as(allowed()).get(path() + "?limit=many"), 400);
        refused(as(allowed()).get(path() + "?limit=0"), 422);
        refused(as(allowed()).get(path() + "?after=AA"), 422);
    }

    @Test
    void givesTheRequestItsId() {
        var own = UUID.randomUUID().toString();
        as(allowed())
                .header("X-Request-Id", own)
                .body("{")
                .post(path())
                .then()
                .header("X-Request-Id", own)
                .body("requestId", is(own));
        var other =
                as(allowed()).header("X-Request-Id", "jane.example-7").body("{").post(path());
        assertEquals(36, other.header("X-Request-Id").length());
    }

    /** A refusal that costs next to nothing, though the machine may be busy with something else for a moment. */
    protected final ValidatableResponse refusedSoon(String body, int status) {
        var answers = IntStream.range(0, ATTEMPTS)
                .mapToObj(i -> as(allowed()).body(body).post(path()))
                .toList();
        var soonest = answers.stream().mapToLong(Response::time).min().orElseThrow();
        assertTrue(soonest < SOON, "Took %d ms".formatted(soonest));
        return refused(answers.getFirst(), status);
    }

    /** Holds of a refusal: its status, its form, and that it names the request. */
    protected static ValidatableResponse refused(Response answer, int status) {
        return answer.then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", is(status))
                .body("title", notNullValue())
                .body("requestId", equalTo(answer.header("X-Request-Id")));
    }

    protected static RequestSpecification as(String token) {
        return as(token, UUID.randomUUID().toString());
    }

    protected static RequestSpecification as(String token, String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .auth()
                .oauth2(token);
    }

    private static RequestSpecification key(RequestSpecification request) {
        return request.contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }
}

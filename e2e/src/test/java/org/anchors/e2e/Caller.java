package org.anchors.e2e;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** Somebody who calls the API through the gateway. */
record Caller(Platform platform, String token) {

    static Caller person(Platform platform, String name) {
        return new Caller(platform, new Keycloak(platform).person(name));
    }

    static Caller machine(Platform platform, String name) {
        return new Caller(platform, new Keycloak(platform).machine(name));
    }

    static Caller anchorTeam(Platform platform) {
        return machine(platform, "machine-anchor-team");
    }

    static Caller operator(Platform platform) {
        return machine(platform, "machine-operator");
    }

    static RequestSpecification nobody(Platform platform) {
        return given().baseUri(platform.gateway()).urlEncodingEnabled(false);
    }

    /** A request with this caller's token. */
    RequestSpecification request() {
        return nobody(platform).auth().oauth2(token);
    }

    Response get(String path) {
        return request().get(path);
    }

    /** Posts something new under a key of its own, as fast as the gateway allows. */
    Response post(String path, String body) {
        var key = UUID.randomUUID().toString();
        return patiently(() -> post(path, body, key));
    }

    /** Whoever asks faster than the gateway allows is told to wait, and waits. */
    static Response patiently(Supplier<Response> request) {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(30))
                .until(request::get, answer -> answer.statusCode() != 429);
    }

    Response post(String path, String body, String key) {
        return request()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }
}

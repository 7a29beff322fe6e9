package org.anchors.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirement: every route is denied unless it says who may call it. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
class DeniedByDefaultTest {

    /** Everything that somebody without a token may read. Whoever adds to it has thought about it. */
    private static final Set<String> OPEN = Set.of(
            "/",
            "/docs",
            "/docs/start.js",
            "/openapi",
            "/health",
            "/q/health",
            "/q/health/live",
            "/q/health/ready",
            "/q/health/started",
            "/openapi-ui/swagger-ui.css",
            "/openapi-ui/swagger-ui-bundle.js");

    private static final Set<String> OF_QUARKUS = Set.of(
            "/q/health/well",
            "/q/health/group",
            "/q/health/group/a",
            "/q/health-ui",
            "/q/openapi",
            "/q/swagger-ui",
            "/q/dev",
            "/q/dev-ui",
            "/q/arc",
            "/q/info",
            "/openapi-ui/index.html",
            "/template/index.html",
            "/META-INF/MANIFEST.MF",
            "/application.properties");

    @Inject
    Router router;

    @Test
    void everyRouteIsClosedToSomebodyWithoutATokenUnlessItIsListedHere() {
        var routes = router.getRoutes().stream().map(Route::getPath).filter(Objects::nonNull);
        var paths = Stream.concat(routes, OF_QUARKUS.stream())
                .map(path -> path.replace("*", "").replaceAll("(?<=.)/$", ""))
                .flatMap(path -> Stream.of(path, path + "/x"))
                .filter(path -> path.startsWith("/"))
                .filter(path -> !OPEN.contains(path))
                .distinct()
                .toList();
        assertFalse(paths.isEmpty());
        try (var client = new RawClient("127.0.0.9")) {
            for (var path : paths) {
                var status = client.ask("GET " + path).status();
                assertTrue(status == 401 || status == 404, path + " answered " + status);
            }
        }
    }

    @Test
    void everyOpenPathAnswersHeadAsItAnswersGetButWithoutContent() {
        for (var path : OPEN) {
            var read = Client.getAsAnybody(path);
            var head = Client.ask("HEAD", path, BodyPublishers.noBody(), "");
            assertEquals(read.statusCode(), head.statusCode(), path);
            assertEquals("", head.body(), path);
        }
    }

    @Test
    void everyOpenPathIsThere() {
        for (var path : OPEN) {
            var status = Client.getAsAnybody(path).statusCode();
            assertTrue(status == 200 || status == 302, path + " answered " + status);
        }
    }

    @Test
    void nobodyStandsBeforeTheDoorkeeperButThosePreparingForHim() {
        var doorkeeper = -150;
        var before = router.getRoutes().stream()
                .filter(route -> order(route) < doorkeeper)
                .map(Route::getPath)
                .filter(Objects::nonNull)
                .toList();
        assertEquals(List.of(), before);
    }

    private static int order(Route route) {
        var text = route.toString();
        var at = text.indexOf("order=") + "order=".length();
        return Integer.parseInt(text.substring(at, text.indexOf(',', at)).strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health/ready",
                "/api",
                "/api/",
                "/api/charter",
                "/api/charter/",
                "/api/charter/v1",
                "/api/charter/v1/",
                "/api/charter/v2/reports",
                "/api/charter/openapi",
                "/api/charter/q/health",
                "/api/nobody/v1/reports",
                "/api/charter/v1/../../../q/metrics",
                "/api/charter/v1/..",
                "/api/charter/v1/./reports",
                "/api/charter/v1/%2e%2e/%2e%2e/%2e%2e/q/metrics",
                "/api/charter/v1/%2E%2E/q",
                "/api/charter/v1/..%2f..%2f..%2fq/metrics",
                "/api/charter/v1/%252e%252e/q",
                "/api/charter/v1/..%5c..%5cq",
                "/api/charter/v1/..\\..\\q",
                "/api/charter/v1/..;/..;/q/metrics",
                "/api/charter/v1/a;b=c",
                "/api/charter/v1//reports",
                "//api/charter/v1/reports",
                "/api//charter/v1/reports",
                "/api/charter/v1/reports/",
                "/api/charter/v1/reports%00",
                "/api/charter/v1/reports%0d%0aX-Roles:%20auditor",
                "/API/charter/v1/reports",
                "/api/%63harter/v1/reports",
                "/./api/charter/v1/reports",
                "/api/charter/v1/reports#/../../q",
                "http://gateway/api/charter/v1/reports",
                "http://gateway/q/metrics",
                "*"
            })
    void nothingButAPlainPathOfAServiceReachesAService(String path) {
        var before = received();
        try (var client = new RawClient()) {
            var answer = client.ask("GET " + path, "Authorization: Bearer " + Client.token());
            if (!path.equals("/q/health/ready")) {
                assertTrue(answer.status() == 404 || answer.status() == 400, path + " answered " + answer.status());
            }
        }
        assertEquals(before, received());
    }

    private static int received() {
        return Stream.of("charter", "social-value", "employment")
                .mapToInt(service ->
                        Integer.parseInt(Client.tell(service, "/received").body()))
                .sum();
    }

    @Test
    void aPageOfTheGatewayCannotBeWrittenTo() {
        for (var method : new HttpMethod[] {HttpMethod.POST, HttpMethod.DELETE}) {
            var answer = Client.ask(
                    method.name(), "/openapi", java.net.http.HttpRequest.BodyPublishers.noBody(), Client.token());
            assertEquals(405, answer.statusCode());
            assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElseThrow());
        }
    }

    @Test
    void whatIsNotThereIsAProblem() {
        var answer = Client.getAsAnybody("/nothing");
        assertEquals(404, answer.statusCode());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("/problems/not-found", Client.json(answer).path("type").asText());
    }
}

package org.anchors.e2e;

import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.http.conn.params.ConnRoutePNames;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** architecture.md: every route is denied unless it says who may call it. Walks the joined document of the gateway. */
@OnThePlatform
@Order(4)
class EveryOperationIT {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private static final int ADDRESSES = 8;

    private final Platform platform;
    private final AtomicInteger asked = new AtomicInteger();

    EveryOperationIT(Platform platform) {
        this.platform = platform;
    }

    private record Operation(String path, Method method, String contentType) {

        /** What an operation says of itself; a body of a kind that it does not take would be refused for that. */
        static Operation of(String path, String method, Map<String, Object> said) {
            var types = said.get("requestBody") instanceof Map<?, ?> body
                            && body.get("content") instanceof Map<?, ?> content
                    ? content.keySet().stream().map(String::valueOf).toList()
                    : List.of("application/json");
            var type = types.contains("application/json") ? "application/json" : types.getFirst();
            return new Operation(path, Method.valueOf(method.toUpperCase(Locale.ROOT)), type);
        }
    }

    @Test
    void everyOperationAsksForATokenAndForARole() {
        var machine = Machine.of("machine-without-role", "mseft");
        var keycloak = new Keycloak(platform);
        keycloak.add(List.of(machine));
        var noRole = new Caller(platform, keycloak.token(machine));
        var wrong = new ArrayList<String>();
        var operations = operations();
        for (var operation : operations) {
            expect(401, operation, () -> send(nobody(), operation), wrong);
            expect(403, operation, () -> send(noRole.request(), operation), wrong);
        }
        assertEquals(List.of(), wrong);
        System.out.printf("Walked %d operations of three services.%n", operations.size());
    }

    /** From one address after the other: each is refused so often at once, and then only now and then (docs/operations.md). */
    private RequestSpecification nobody() {
        var address = "127.0.0." + (1 + asked.getAndIncrement() % ADDRESSES);
        return Caller.nobody(platform)
                .config(RestAssured.config()
                        .httpClient(httpClientConfig()
                                .setParam(ConnRoutePNames.LOCAL_ADDRESS, InetAddress.ofLiteral(address))));
    }

    private List<Operation> operations() {
        var document = Caller.nobody(platform).get("/openapi?format=JSON").jsonPath();
        assertTrue(document.getString("openapi").startsWith("3.1"));
        Map<String, Map<String, Map<String, Object>>> paths = document.get("paths");
        for (var service : List.of("charter", "social-value", "employment")) {
            assertTrue(paths.keySet().stream().anyMatch(path -> path.startsWith("/api/" + service + "/v1/")), service);
        }
        return paths.entrySet().stream()
                .flatMap(path -> path.getValue().entrySet().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> Operation.of(path.getKey(), operation.getKey(), operation.getValue())))
                .toList();
    }

    private static Response send(RequestSpecification request, Operation operation) {
        var path = operation.path().replaceAll("\\{[^}]*}", "2024-25");
        return operation.method() == Method.GET
                ? request.get(path)
                : request.contentType(operation.contentType()).body("{}").request(operation.method(), path);
    }

    private static void expect(int status, Operation operation, Supplier<Response> request, List<String> wrong) {
        var answer = Caller.patiently(request);
        if (answer.statusCode() != status) {
            wrong.add("%s %s: %d instead of %d"
                    .formatted(operation.method(), operation.path(), answer.statusCode(), status));
        }
    }
}

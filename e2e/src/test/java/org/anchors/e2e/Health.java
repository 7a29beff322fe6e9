package org.anchors.e2e;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each replica of each service says of itself when Kubernetes asks it. */
final class Health {

    private static final List<String> SERVICES =
            List.of("charter-service", "social-value-service", "employment-service");

    private Health() {}

    /** Whether each is to be left running. */
    static Map<String, Integer> live(Platform platform) {
        return asked(platform, "/q/health/live");
    }

    /** Whether each is to be sent requests. */
    static Map<String, Integer> ready(Platform platform) {
        return asked(platform, "/q/health/ready");
    }

    /** That each says the same. */
    static Map<String, Integer> each(Platform platform, int status) {
        return of(platform, replica -> status);
    }

    private static Map<String, Integer> asked(Platform platform, String path) {
        return of(platform, replica -> given().baseUri(platform.fact(replica + ".url"))
                .get(path)
                .statusCode());
    }

    private static Map<String, Integer> of(Platform platform, Function<String, Integer> told) {
        return SERVICES.stream()
                .flatMap(service -> platform.replicas(service).stream())
                .collect(Collectors.toMap(Function.identity(), told));
    }
}

package org.anchors.employment.programme;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Objects;
import org.anchors.employment.participant.Partnership;
import org.anchors.kit.testing.CreationRules;
import org.anchors.kit.testing.Engines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class CohortsTest extends CreationRules {

    private static final String PATH = "/api/employment/v1/cohorts";

    private static @Nullable String programme;

    @BeforeEach
    void registerAProgramme() {
        if (programme == null) {
            programme = Partnership.programme();
        }
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String newBody() {
        return body("cohort-own" + Long.toString(System.nanoTime(), 36), "");
    }

    @Override
    protected String allowed() {
        return Partnership.provider();
    }

    @Override
    protected String disallowed() {
        return Partnership.anchorTeam();
    }

    @Test
    void showsACohortAsItWasPlannedAndChanged() {
        as(allowed())
                .body(body("2022-winter", ", \"startsOn\": \"2022-11-07\", \"endsOn\": \"2022-12-16\", \"places\": 20"))
                .post(PATH)
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("startsOn", is("2022-11-07"))
                .body("places", is(20));
        var path = "%s/%s/2022-winter".formatted(PATH, Objects.requireNonNull(programme));
        refused(as(allowed()).body(body("2022-winter", "")).put(path), 428);
        as(allowed())
                .header("If-Match", "\"0\"")
                .body(body("2022-winter", ", \"places\": 24"))
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("places", is(24));
        refused(
                as(allowed())
                        .header("If-Match", "\"0\"")
                        .body(body("2022-winter", ", \"places\": 25"))
                        .put(path),
                412);
        as(Partnership.anchorTeam()).get(path).then().statusCode(200).body("places", is(24));
        refused(as(Partnership.otherProvider()).get(path), 404);
    }

    @Test
    void refusesASecondCohortOfTheSameKey() {
        refused(as(allowed()).body(body("autumn", "")).post(PATH), 409).body("type", is("/problems/cohort-exists"));
    }

    @Test
    void listsFaultsTogether() {
        refused(
                        as(allowed())
                                .body(body(
                                        "Winter",
                                        ", \"startsOn\": \"2022-11-07\", \"endsOn\": \"2022-11-06\", \"places\": 0"))
                                .post(PATH),
                        422)
                .body("faults.at", contains("/key", "/places", "/endsOn"));
    }

    @Test
    void listsAProgrammesCohorts() {
        var other = Partnership.programme();
        Partnership.cohort(allowed(), other, "spring");
        as(allowed())
                .get(PATH + "?limit=1&programme=" + other)
                .then()
                .statusCode(200)
                .body("items.key", contains("autumn"))
                .body("items", hasSize(1));
        refused(as(allowed()).get(PATH), 422).body("faults.at", contains("?programme"));
        refused(as(Partnership.otherProvider()).get(PATH + "?programme=" + other), 404);
    }

    private static String body(String key, String more) {
        return """
                {"programme": "%s", "key": "%s"%s}""".formatted(Objects.requireNonNull(programme), key, more);
    }
}

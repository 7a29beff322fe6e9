package org.anchors.socialvalue;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.anchors.kit.testing.ApiDocument;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class ApiDocumentTest {

    @Test
    void isTheOneInTheRepository() {
        assertTrue(ApiDocument.isAsCommitted(live()), "Write it anew with -Dopenapi.write, read it, commit it");
    }

    @Test
    void saysWhatItsReadersNeed() {
        assertEquals(List.of(), ApiDocument.lint(live()));
    }

    private static String live() {
        return given().accept("application/yaml")
                .get("/api/social-value/v1/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}

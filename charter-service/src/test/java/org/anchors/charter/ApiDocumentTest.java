package org.anchors.charter;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.anchors.kit.testing.ApiDocument;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.Test;

/** architecture.md, Conventions: the document is code first, committed, linted, and never differs from the code. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class ApiDocumentTest {

    private static String live() {
        return given().get("/api/charter/v1/openapi").asString();
    }

    @Test
    void theCommittedDocumentIsTheOneTheCodeGives() {
        assertTrue(
                ApiDocument.isAsCommitted(live()),
                "openapi.yaml differs from the code: run the tests with -Dopenapi.write, read and commit it");
    }

    @Test
    void theDocumentLeavesNoReaderWondering() {
        assertEquals(List.of(), ApiDocument.lint(live()));
    }
}

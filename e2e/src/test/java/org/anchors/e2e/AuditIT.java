package org.anchors.e2e;

import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** architecture.md: every write leaves an entry in a trail that a command verifies. After everything else. */
@OnThePlatform
@Order(100)
class AuditIT {

    private final Platform platform;

    AuditIT(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @ValueSource(strings = {"charter", "social-value", "employment"})
    void theTrailOfEveryServiceIsIntact(String service) {
        Caller.person(platform, "auditor")
                .get("/api/%s/v1/audit/verification".formatted(service))
                .then()
                .statusCode(200)
                .body("intact", is(true))
                .body("entries", greaterThan(0));
    }

    @Test
    void aCommandVerifiesAllOfThem() {
        var output = platform.anchor("verify-audit").orFail();
        assertEquals(
                3,
                output.lines()
                        .filter(line -> line.endsWith("the audit trail is intact"))
                        .count(),
                output);
    }
}

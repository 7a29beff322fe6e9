package org.anchors.e2e;

import static org.anchors.e2e.Reports.CONSOLIDATED;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** reporting.md, Output: the consolidated report in every format, through the gateway. */
@OnThePlatform
@Order(3)
class ExportsIT {

    private static final String REPORT = CONSOLIDATED + "2024-25";
    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "csv", "text/csv",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "html", "text/html",
            "pdf", "application/pdf");

    private final Platform platform;

    ExportsIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void everyFormatIsServedAndTheSameInstantGivesTheSameBytes() {
        var team = Caller.person(platform, "anchor-team");
        var known = REPORT + "?asKnownOn=" + Instant.now();
        TYPES.forEach((format, type) -> {
            var byAccept = answered(() -> team.request().header("Accept", type).get(known));
            assertTrue(byAccept.contentType().startsWith(type), byAccept.contentType());
            assertTrue(byAccept.header("Vary").contains("Accept"), format);
            assertEquals("nosniff", byAccept.header("X-Content-Type-Options"));
            var byName = answered(() -> team.get(known + "&format=" + format));
            assertArrayEquals(byAccept.asByteArray(), byName.asByteArray(), format);
            assertEquals(byAccept.header("Content-Disposition"), byName.header("Content-Disposition"));
        });
    }

    /** The gateway has a policy of its own for what services say nothing about; here the page's holds. */
    @Test
    void thePolicyThatArrivesAllowsThePagesOneStyleAndNothingElse() throws NoSuchAlgorithmException {
        var page = Caller.person(platform, "anchor-team").get(REPORT + "?format=html");
        var html = page.asString();
        var style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertTrue(page.header("Content-Security-Policy")
                .startsWith("default-src 'none'; style-src 'sha256-%s'"
                        .formatted(Base64.getEncoder().encodeToString(digest))));
        assertTrue(page.header("Content-Disposition").startsWith("inline; filename=\"impact-report-2024-25-"));
    }

    @Test
    void whatIsNotServedIsRefused() {
        var team = Caller.person(platform, "anchor-team");
        team.request()
                .header("Accept", "image/png")
                .get(REPORT)
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
        team.get(REPORT + "?format=docx")
                .then()
                .statusCode(400)
                .body("faults[0].mend", equalTo("Choose one of json, csv, xlsx, html, pdf."));
        Caller.nobody(platform)
                .get(REPORT + "?format=pdf")
                .then()
                .statusCode(401)
                .contentType(startsWith("application/problem+json"));
    }

    /** An instant is known once all that came before it has been taken in; a press that is busy asks to come again. */
    private static Response answered(Supplier<Response> request) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(request::get, answer -> answer.statusCode() == 200);
    }
}

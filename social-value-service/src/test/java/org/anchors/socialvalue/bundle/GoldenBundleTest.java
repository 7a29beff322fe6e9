package org.anchors.socialvalue.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.platform.Sha256;
import org.anchors.socialvalue.evaluation.EvaluationRequest;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.scoring.Form;
import org.junit.jupiter.api.Test;

/**
 * scoring.md, "The result": a signed evaluation is verified for as long as anybody has its bundle. The golden file is never written
 * again: where a change moves its bytes, that change is a new format, with a golden file of its own, and this one is still read.
 */
class GoldenBundleTest {

    private static final StrictJson STRICT = StrictJson.standalone();
    private static final String THUMB = "\uD83D\uDC4D";
    private static final String EMOJI = "anchors-evaluation-1-emoji.zip";

    @Test
    void aBundleOfTheFirstFormatIsVerifiedByEveryLaterBuild() throws IOException, NotABundle {
        assertEquals(
                "B", Verification.of(golden(Form.FIRST), STRICT).evaluation().winner());
    }

    /** Services of that time wrote to bytes, where these are escapes, and to text, where every character stands as itself. */
    @Test
    void aBundleOfTheFirstFormatIsVerifiedHoweverItsSurrogatesWereWritten() throws IOException, NotABundle {
        var golden = golden(EMOJI);
        var parts = new HashMap<>(Bundle.open(golden).parts());
        var escaped = new Bundle(parts).text("evaluation.json");
        var asText = escaped.replace("\\uD83D\\uDC4D", THUMB);
        assertNotEquals(escaped, asText);
        var manifest = new Bundle(parts).text("manifest.json").replace(Sha256.of(escaped), Sha256.of(asText));
        parts.put("evaluation.json", asText.getBytes(StandardCharsets.UTF_8));
        parts.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        for (var bundle : List.of(golden, file(new Bundle(parts)))) {
            assertEquals("B", Verification.of(bundle, STRICT).evaluation().winner());
        }
    }

    @Test
    void aBundleOfTheSecondFormatIsVerifiedByEveryLaterBuild() throws IOException, NotABundle {
        assertEquals(
                "B", Verification.of(golden(Form.SECOND), STRICT).evaluation().winner());
    }

    /** As services of that time did. */
    @Test
    void theFirstFormatEscapesSurrogates() {
        var said = Map.of("reason", "\uD83D\uDC4D");
        assertEquals(
                "{\"reason\":\"\\uD83D\\uDC4D\"}",
                new String(Bundle.writings(said, Form.FIRST).getFirst(), StandardCharsets.UTF_8));
        assertEquals(
                "{\"reason\":\"\uD83D\uDC4D\"}",
                new String(Bundle.writings(said, Form.SECOND).getFirst(), StandardCharsets.UTF_8));
    }

    @Test
    void theSameRequestIsPackedToTheSameBytesByEveryLaterBuild() throws IOException {
        assertArrayEquals(golden(Form.NEWEST), packed());
    }

    private static byte[] golden(Form form) throws IOException {
        return golden(Bundle.format(form) + ".zip");
    }

    private static byte[] golden(String file) throws IOException {
        try (var bundle = GoldenBundleTest.class.getResourceAsStream("/bundles/" + file)) {
            return Objects.requireNonNull(bundle, file).readAllBytes();
        }
    }

    /** With bids that are not eligible, commitments of several years, ruled out and for somebody, and with nothing said of the policy. */
    static byte[] packed() throws IOException {
        var request = Example.read()
                .with("/bids/1/commitments", """
                        [{"measure": "M1", "quantity": 2, "year": 2, "local": false, "reason": "The work is elsewhere."},
                         {"measure": "M1", "quantity": 8, "year": 1}, {"measure": "M3", "quantity": 120, "year": 1},
                         {"measure": "M1", "quantity": 1, "year": 1, "beneficiary": "Post 17"}]""")
                .with("/bids/3/reasons", "{\"carbon-reduction-plan\": \"None was sent\"}")
                .with("/bids/3/marks", "{\"q1\": 66}")
                .with("/bids/0/reasons/q1", "\"Well done \uD83D\uDC4D\"")
                .text()
                .getBytes(StandardCharsets.UTF_8);
        var read = STRICT.<EvaluationRequest>read(request, EvaluationRequest.class, 10_000)
                .orRefuse();
        return file(Bundle.of(read, Objects.requireNonNull(read.catalogue()).sent()));
    }

    static byte[] file(Bundle bundle) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bundle.writeTo(bytes);
        return bytes.toByteArray();
    }
}

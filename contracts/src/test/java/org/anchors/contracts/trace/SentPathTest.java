package org.anchors.contracts.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/decisions/0022: addresses are logged, so nobody is known by one. */
class SentPathTest {

    private static final String PEOPLE = "/api/employment/v1/participants";
    private static final String PANEL = "/api/social-value/v1/procurements/7/evaluators";
    private static final String ID = "0d4b6a3e-8f0e-4b1c-9b1a-5f0c8f7f2d11";

    @ParameterizedTest
    @CsvSource({
        "/9434765919, /-",
        "/HCA-001/equality-flags, /-/equality-flags",
        "/Jane%20Smith, /-",
        "/%39434765919, /-",
        "%2F9434765919, %2F-",
        "/lookup7, /-",
        "//9434765919, //-",
        "/lookup/9434765919, /lookup/-",
        ";v=1/9434765919, -/-",
        "/" + ID + "/HCA-001, /" + ID + "/-",
        "/" + ID + "1, /-"
    })
    void showsNothingOfWhatAClientCallsAParticipant(String sent, String shown) {
        assertEquals(PEOPLE + shown, SentPath.shown(PEOPLE + sent));
        assertEquals(PEOPLE + shown, SentPath.shown(PEOPLE.replace("part", "%70art") + sent));
    }

    @ParameterizedTest
    @CsvSource({
        "/jane.smith@council.example/release, /-/release",
        "/jane.smith%40council.example/release, /-/release",
        "%2Fjane/release, %2F-/release",
        "/jane, /-"
    })
    void showsNoAccountOfAnEvaluator(String sent, String shown) {
        assertEquals(PANEL + shown, SentPath.shown(PANEL + sent));
        assertEquals(PANEL + shown, SentPath.shown(PANEL.replace("eval", "%65val") + sent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PANEL,
                PANEL + "/",
                PEOPLE,
                PEOPLE + "/",
                PEOPLE + "/lookup",
                PEOPLE + "/" + ID,
                PEOPLE + "/" + ID + "/equality-flags",
                PEOPLE + "/" + ID + "/milestones",
                PEOPLE + "/" + ID + "/revisions",
                "/api/charter/v1/reports/mseft-2024-25",
                "/api/charter/v1/reports/%6dseft"
            })
    void showsAnyOtherPathAsItWasSent(String path) {
        assertEquals(path, SentPath.shown(path));
    }

    @ParameterizedTest
    @CsvSource({PEOPLE + "/9434765919, " + PEOPLE + "/-", PANEL + "/jane/release, " + PANEL + "/-/release"})
    void isShownSoInSpans(String sent, String shown) {
        try (var tracers =
                SdkTracerProvider.builder().addSpanProcessor(new Discretion()).build()) {
            var span = (ReadableSpan) tracers.get("test")
                    .spanBuilder("GET")
                    .setAttribute("url.path", sent)
                    .setAttribute("url.full", "http://localhost" + sent + "?name=private")
                    .startSpan();
            assertEquals(shown, told(span, "url.path"));
            assertEquals("http://localhost" + shown, told(span, "url.full"));
        }
    }

    private static String told(ReadableSpan span, String key) {
        return Objects.requireNonNull(span.getAttribute(AttributeKey.stringKey(key)));
    }
}

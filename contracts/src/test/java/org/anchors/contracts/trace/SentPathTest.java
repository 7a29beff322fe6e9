package org.anchors.contracts.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/decisions/0022: addresses are logged, so nobody is known by one. */
class SentPathTest {

    private static final String PEOPLE = "/api/employment/v1/participants";
    private static final String ID = "0d4b6a3e-8f0e-4b1c-9b1a-5f0c8f7f2d11";

    @ParameterizedTest
    @CsvSource({
        "/9434765919, /-",
        "/HCA-001/equality-flags, /-/equality-flags",
        "/Jane%20Smith, /-",
        "/%39434765919, /-",
        "%2F9434765919, %2F-",
        "/lookup7, /-",
        "/" + ID + "1, /-"
    })
    void showsNothingOfWhatAClientCallsAParticipant(String sent, String shown) {
        assertEquals(PEOPLE + shown, SentPath.shown(PEOPLE + sent));
        assertEquals(PEOPLE + shown, SentPath.shown(PEOPLE.replace("part", "%70art") + sent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PEOPLE,
                PEOPLE + "/",
                PEOPLE + "/lookup",
                PEOPLE + "/" + ID,
                PEOPLE + "/" + ID + "/equality-flags",
                "/api/charter/v1/reports/mseft-2024-25",
                "/api/charter/v1/reports/%6dseft"
            })
    void showsAnyOtherPathAsItWasSent(String path) {
        assertEquals(path, SentPath.shown(path));
    }

    @Test
    void isShownSoInSpans() {
        try (var tracers =
                SdkTracerProvider.builder().addSpanProcessor(new Discretion()).build()) {
            var span = (ReadableSpan) tracers.get("test")
                    .spanBuilder("GET")
                    .setAttribute("url.path", PEOPLE + "/9434765919")
                    .setAttribute("url.full", "http://localhost" + PEOPLE + "/9434765919?name=private")
                    .startSpan();
            assertEquals(PEOPLE + "/-", told(span, "url.path"));
            assertEquals("http://localhost" + PEOPLE + "/-", told(span, "url.full"));
        }
    }

    private static String told(ReadableSpan span, String key) {
        return Objects.requireNonNull(span.getAttribute(AttributeKey.stringKey(key)));
    }
}

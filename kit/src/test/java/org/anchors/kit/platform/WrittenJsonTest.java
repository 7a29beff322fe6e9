package org.anchors.kit.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrittenJsonTest {

    /** What is kept as text and what is answered as bytes are compared and hashed. */
    @Test
    void writesToBytesWhatItWritesToText() throws JsonProcessingException {
        var json = WrittenJson.mapper();
        var said = Map.of("reason", "well done \uD83D\uDC4D, \uD840\uDC00 \u00e9 \u20ac");
        var text = json.writeValueAsString(said);
        assertEquals("{\"reason\":\"well done \uD83D\uDC4D, \uD840\uDC00 \u00e9 \u20ac\"}", text);
        assertEquals(text, new String(json.writeValueAsBytes(said), StandardCharsets.UTF_8));
    }
}

package org.anchors.charter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anchors.kit.edge.Scalar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {

    @Test
    void anAttributeThatIsNullIsAsOneThatWasNotSent() {
        var sent = new HashMap<String, @Nullable Scalar>();
        sent.put("baselineYear", null);
        assertNull(Attributes.written(sent));
        sent.put("rooms", new Scalar.Number(new BigDecimal(4)));
        assertEquals("{\"rooms\":4}", Attributes.written(sent));
    }

    @Test
    void anAttributeThatWasOnceStoredAsNullIsNotTheTextNull() {
        assertEquals(Map.of("rooms", "4"), Attributes.texts("{\"baselineYear\":null,\"rooms\":4}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BM|25/061", "|", "||", "a\\|b", "C:\\minutes", "a | b=c", "\\|", "ends |"})
    void anAttributeInACellIsReadAsItWasWritten(String text) {
        var attributes = new TreeMap<String, Scalar>(
                Map.of("minute", new Scalar.Text(text), "rooms", new Scalar.Number(new BigDecimal(4))));
        assertEquals(
                List.of("minute=" + text, "rooms=4"),
                AttributeCell.read(AttributeCell.written(attributes)).stream()
                        .map(String::strip)
                        .toList());
    }
}

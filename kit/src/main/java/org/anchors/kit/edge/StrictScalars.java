package org.anchors.kit.edge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.EnumValues;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Scalars are taken in one form only, and what does not fit becomes a fault at its place instead of ending the reading. */
final class StrictScalars extends SimpleModule {

    private static final long serialVersionUID = 1L;

    StrictScalars() {
        super("strict-scalars");
        addDeserializer(String.class, new Text());
        addDeserializer(BigDecimal.class, new Decimal());
        addDeserializer(Integer.class, new Whole<>(BigDecimal::intValueExact));
        addDeserializer(Long.class, new Whole<>(BigDecimal::longValueExact));
        addDeserializer(Boolean.class, new Truth());
        addDeserializer(Scalar.class, new AnyScalar());
        addDeserializer(LocalDate.class, new Date<>(StrictScalars::day, "2025-06-26"));
        addDeserializer(Instant.class, new Date<>(StrictScalars::instant, "2025-06-26T09:00:00Z"));
        setDeserializerModifier(new StrictShapes());
    }

    private static boolean isStorable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == 0) {
                return false;
            }
            if (Character.isSurrogate(character)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(character, text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static LocalDate day(String text) {
        return inOurTime(LocalDate.parse(text), text.length());
    }

    private static Instant instant(String text) {
        return inOurTime(Instant.parse(text), text.indexOf('T'));
    }

    /** Years beyond four digits, or before the year 0, are no dates of ours, and PostgreSQL does not take them all. */
    private static <T> T inOurTime(T parsed, int lengthOfDay) {
        if (lengthOfDay != "2025-06-26".length()) {
            throw new DateTimeException("Not a year of four digits");
        }
        return parsed;
    }

    private abstract static class Reader<T> extends JsonDeserializer<T> {
        private final transient Set<JsonToken> accepted;
        private final String expected;

        Reader(Set<JsonToken> accepted, String expected) {
            this.accepted = accepted;
            this.expected = expected;
        }

        @Override
        public final @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!accepted.contains(parser.currentToken())) {
                FaultCollector.of(context).wrongType(parser, expected);
                return null;
            }
            return read(parser, FaultCollector.of(context));
        }

        abstract @Nullable T read(JsonParser parser, FaultCollector faults) throws IOException;
    }

    private static final class Text extends Reader<String> {
        Text() {
            super(EnumSet.of(JsonToken.VALUE_STRING), "a text");
        }

        @Override
        @Nullable
        String read(JsonParser parser, FaultCollector faults) throws IOException {
            return text(parser, faults);
        }

        static @Nullable String text(JsonParser parser, FaultCollector faults) throws IOException {
            var text = parser.getText();
            // PostgreSQL cannot hold these; a text that differs from what was sent would be worse than a refusal.
            if (!isStorable(text)) {
                faults.add(parser, "character-not-allowed", null, "Leave out U+0000 and unpaired surrogates.");
                return null;
            }
            return text;
        }
    }

    /** An enum, by the name under which a constant is written. */
    static final class Choice extends Reader<Object> {
        private final transient Map<String, Object> constants = new LinkedHashMap<>();

        Choice(EnumValues names) {
            super(EnumSet.of(JsonToken.VALUE_STRING), "a text");
            names.internalMap().forEach((constant, name) -> constants.put(name.getValue(), constant));
        }

        @Override
        @Nullable
        Object read(JsonParser parser, FaultCollector faults) throws IOException {
            var constant = constants.get(parser.getText());
            if (constant == null) {
                faults.add(parser, "unknown-value", parser.getText(), "Send one of " + constants.keySet() + ".");
            }
            return constant;
        }
    }

    private static final class Decimal extends Reader<BigDecimal> {
        Decimal() {
            super(EnumSet.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT), "a number");
        }

        @Override
        @Nullable
        BigDecimal read(JsonParser parser, FaultCollector faults) throws IOException {
            return faults.numberWithinLimits(parser);
        }
    }

    private static final class Whole<T> extends Reader<T> {
        private final transient Function<BigDecimal, T> exact;

        Whole(Function<BigDecimal, T> exact) {
            super(EnumSet.of(JsonToken.VALUE_NUMBER_INT), "a whole number");
            this.exact = exact;
        }

        @Override
        @Nullable
        T read(JsonParser parser, FaultCollector faults) throws IOException {
            var number = faults.numberWithinLimits(parser);
            try {
                return number == null ? null : exact.apply(number);
            } catch (ArithmeticException tooLarge) {
                faults.add(parser, "number-out-of-range", parser.getText(), "Send a smaller number.");
                return null;
            }
        }
    }

    private static final class Truth extends Reader<Boolean> {
        Truth() {
            super(EnumSet.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE), "true or false");
        }

        @Override
        Boolean read(JsonParser parser, FaultCollector faults) throws IOException {
            return parser.getBooleanValue();
        }
    }

    private static final class AnyScalar extends Reader<Scalar> {
        AnyScalar() {
            super(
                    EnumSet.of(
                            JsonToken.VALUE_NUMBER_INT,
                            JsonToken.VALUE_NUMBER_FLOAT,
                            JsonToken.VALUE_TRUE,
                            JsonToken.VALUE_FALSE,
                            JsonToken.VALUE_STRING),
                    "a number, true or false, or a text");
        }

        @Override
        @Nullable
        Scalar read(JsonParser parser, FaultCollector faults) throws IOException {
            return switch (parser.currentToken()) {
                case VALUE_STRING -> {
                    var text = Text.text(parser, faults);
                    yield text == null ? null : new Scalar.Text(text);
                }
                case VALUE_TRUE, VALUE_FALSE -> new Scalar.Truth(parser.getBooleanValue());
                default -> {
                    var number = faults.numberWithinLimits(parser);
                    yield number == null ? null : new Scalar.Number(number);
                }
            };
        }
    }

    private static final class Date<T> extends Reader<T> {
        private final transient Function<String, T> parse;
        private final String example;

        Date(Function<String, T> parse, String example) {
            super(EnumSet.of(JsonToken.VALUE_STRING), "a text such as " + example);
            this.parse = parse;
            this.example = example;
        }

        @Override
        @Nullable
        T read(JsonParser parser, FaultCollector faults) throws IOException {
            try {
                return parse.apply(parser.getText());
            } catch (DateTimeException notADate) {
                faults.add(parser, "not-a-date", parser.getText(), "Write it like " + example + ".");
                return null;
            }
        }
    }
}

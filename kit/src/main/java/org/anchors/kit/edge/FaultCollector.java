package org.anchors.kit.edge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.anchors.contracts.problem.Fault;
import org.jspecify.annotations.Nullable;

/** Notes each fault that Jackson meets, with its place, and lets the reading go on behind it. */
final class FaultCollector {

    /** More than this many faults help nobody, and a hostile body could hold a hundred thousand. */
    private static final int MOST_FAULTS = 1_000;

    private final List<Fault> faults = new ArrayList<>();
    private final Deque<JsonStreamContext> objects = new ArrayDeque<>();

    static FaultCollector of(DeserializationContext context) {
        return (FaultCollector) Objects.requireNonNull(context.getAttribute(FaultCollector.class));
    }

    List<Fault> faults() {
        return faults;
    }

    void add(JsonParser parser, String rule, @Nullable String given, String mend) {
        if (hasRoom()) {
            faults.add(new Fault(placeOf(parser), rule, given, mend));
        }
    }

    private void addAt(String place, String rule, @Nullable String given, String mend) {
        if (hasRoom()) {
            faults.add(new Fault(place, rule, given, mend));
        }
    }

    /** Asked before the place is made up: a hostile body would have half a million of them made for nothing. */
    private boolean hasRoom() {
        return faults.size() < MOST_FAULTS;
    }

    /** Notes the place of the object that is read next: Jackson sets unknown fields aside and names them at its end. */
    void enter(JsonParser parser) {
        objects.push(parser.getParsingContext());
    }

    void leave() {
        objects.pop();
    }

    /** Made up only when it is asked for: nearly all bodies are without fault. */
    private String placeOfObject() {
        return objects.element().getParent().pathAsPointer().toString();
    }

    /** At the start of a list the parser stands inside it already; meant is the place of the list. */
    private static String placeOf(JsonParser parser) {
        var context = parser.getParsingContext();
        var place = parser.currentToken() == JsonToken.START_ARRAY ? context.getParent() : context;
        return place.pathAsPointer().toString();
    }

    void wrongType(JsonParser parser, String expected) throws IOException {
        var token = parser.currentToken();
        var given = token != null && token.isScalarValue() ? parser.getText() : kindOf(token);
        add(parser, "wrong-type", given, "Send " + expected + ".");
        parser.skipChildren();
    }

    /** The number at which the parser stands, or none, and a fault, where it is beyond the limits. */
    @Nullable
    BigDecimal numberWithinLimits(JsonParser parser) throws IOException {
        var text = parser.getText();
        var number = Numbers.withinLimits(text);
        if (number == null) {
            add(
                    parser,
                    "number-beyond-limits",
                    text,
                    "Send at most %d digits and %d decimal places.".formatted(Numbers.DIGITS, Numbers.PLACES));
        }
        return number;
    }

    /** A field's name as RFC 6901 writes it in a pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String kindOf(@Nullable JsonToken token) {
        return token == JsonToken.START_ARRAY ? "a list" : "an object";
    }

    /** The hooks of Jackson; each notes the fault and answers null for the part that could not be read. */
    static final class Handler extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> reader,
                Object beanOrClass,
                String name)
                throws IOException {
            var known = reader.getKnownPropertyNames();
            var mend = known == null
                    ? "Leave it out."
                    : StreamSupport.stream(known.spliterator(), false)
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", ", "Leave it out. Known here: ", "."));
            var faults = FaultCollector.of(context);
            faults.addAt(faults.placeOfObject() + "/" + escaped(name), "unknown-field", name, mend);
            parser.skipChildren();
            return true;
        }

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> target, String value, String message) {
            FaultCollector.of(context).add(context.getParser(), "unknown-value", value, "Send a value that fits.");
            return null;
        }

        @Override
        public @Nullable Object handleWeirdNumberValue(
                DeserializationContext context, Class<?> target, Number value, String message) throws IOException {
            FaultCollector.of(context).wrongType(context.getParser(), "a text");
            return null;
        }

        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message)
                throws IOException {
            FaultCollector.of(context).wrongType(parser, target.isContainerType() ? "a list" : "an object");
            return null;
        }

        @Override
        public @Nullable Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> target,
                ValueInstantiator instantiator,
                JsonParser parser,
                String message)
                throws IOException {
            FaultCollector.of(context).wrongType(parser, "an object");
            return null;
        }
    }
}

package org.anchors.employment.milestone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.privacy.Masked;
import org.anchors.employment.privacy.PersonalData;
import org.anchors.employment.privacy.PrivateBodies;
import org.anchors.kit.bulk.TextLines;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;

/** Reads milestones from JSON piece by piece: one object, a list of objects, or an object in each line. */
final class JsonRows {

    private static final Set<String> CORRECTS = Set.of("corrects");
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_LINE = 100_000;
    private static final int MOST_FAULTS = 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_TEXT)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final Form form;
    private final RowSink sink;
    private final List<Fault> faults = new ArrayList<>();

    JsonRows(Form form, RowSink sink) {
        this.form = form;
        this.sink = sink;
    }

    void read(InputStream body) throws IOException {
        if (form == Form.LINES) {
            lines(body);
        } else {
            listOrOne(body);
        }
    }

    private void lines(InputStream body) throws IOException {
        try (var lines = new TextLines(body, LONGEST_LINE)) {
            lines.forEach(this::line);
        } catch (CharacterCodingException otherEncoding) {
            throw new Refused(CommonRefusal.MALFORMED_JSON, "Its characters are coded otherwise than as UTF-8.");
        }
    }

    /** A line that cannot be read is a faulty one, and the next one may be sound. */
    private void line(String line, int number) throws IOException {
        try (var parser = JSON.createParser(line)) {
            parser.nextToken();
            var given = milestone(parser, number);
            end(parser);
            sink.take(given, faults);
        } catch (JsonProcessingException malformed) {
            unreadable(number, malformed(malformed));
        } catch (Refused malformed) {
            unreadable(number, malformed);
        }
    }

    private void unreadable(int number, Refused malformed) {
        sink.unreadable(number, new Fault(form.place(number), "malformed", null, malformed.detail()));
    }

    private void listOrOne(InputStream body) throws IOException {
        try (var parser = JSON.createParser(body)) {
            var first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                list(parser);
            } else {
                one(parser, first);
            }
        } catch (JsonProcessingException malformed) {
            throw malformed(malformed);
        }
    }

    private void list(JsonParser parser) throws IOException {
        var row = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            sink.take(milestone(parser, row++), faults);
        }
        end(parser);
    }

    private void one(JsonParser parser, JsonToken first) throws IOException {
        if (first == null) {
            throw new Refused(CommonRefusal.INVALID_REQUEST, "The body must be a JSON object or a list of such.");
        }
        sink.take(milestone(parser, Form.ALONE), faults);
        end(parser);
    }

    private static void end(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new Refused(CommonRefusal.MALFORMED_JSON, "Something stands behind its end.");
        }
    }

    private Given milestone(JsonParser parser, int row) throws IOException {
        faults.clear();
        var given = new Given(row);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            fields(parser, given, "");
        } else {
            fault(form.place(row), "wrong-type", "Send an object.");
            parser.skipChildren();
        }
        return given;
    }

    private void fields(JsonParser parser, Given given, String path) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = path + parser.currentName();
            // A name with a slash in it is no path.
            var isPath = parser.currentName().indexOf('/') < 0;
            var token = parser.nextToken();
            var field = Field.at(name).filter(known -> isPath);
            if (field.isPresent()) {
                value(parser, token, given, field.get());
            } else if (CORRECTS.contains(name) && token == JsonToken.START_OBJECT) {
                fields(parser, given, name + "/");
            } else if (!(CORRECTS.contains(name) && token == JsonToken.VALUE_NULL)) {
                unknown(parser, token, given.row(), name);
            }
        }
    }

    private void value(JsonParser parser, JsonToken token, Given given, Field field) throws IOException {
        var fits =
                switch (field.type()) {
                    case TEXT -> token == JsonToken.VALUE_STRING;
                    case NUMBER -> token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
                    case TRUTH -> token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
                };
        if (fits) {
            given.put(field, parser.getText());
        } else if (token != JsonToken.VALUE_NULL) {
            fault(
                    form.place(given.row(), field),
                    "wrong-type",
                    "Send %s.".formatted(field.type().inWords()));
            parser.skipChildren();
        }
    }

    /** Of a field that nobody knows, what it holds is looked at for the sake of the answer, and nothing of it repeated. */
    private void unknown(JsonParser parser, JsonToken token, int row, String name) throws IOException {
        var place = Masked.within(form == Form.JSON ? form.place(row) : form.place(row) + ", ");
        var personal = token.isScalarValue() ? PersonalData.in(parser.getText()) : PersonalData.identifierIn(name);
        add(personal.map(kind -> PrivateBodies.fault(place, kind))
                .orElseGet(() -> new Fault(place, "unknown-field", Masked.MASK, Field.KNOWN)));
        parser.skipChildren();
    }

    private void fault(String place, String rule, String mend) {
        add(new Fault(place, rule, null, mend));
    }

    /** One object may have as many faults as it likes; this many are told of it. */
    private void add(Fault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    private static Refused malformed(JsonProcessingException malformed) {
        var at = malformed.getLocation();
        var place = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        var words = String.valueOf(malformed.getOriginalMessage());
        if (words.contains("nesting depth")) {
            return new Refused(
                    CommonRefusal.NESTED_TOO_DEEP, "A body may be nested %d levels deep.".formatted(DEEPEST));
        }
        if (words.contains("maximum length") || words.contains("exceeds the maximum")) {
            return new Refused(
                    CommonRefusal.BODY_TOO_LARGE, "A text may have %,d characters%s.".formatted(LONGEST_TEXT, place));
        }
        var twice = words.startsWith("Duplicate") ? ": a field stands there twice" : "";
        return new Refused(CommonRefusal.MALFORMED_JSON, "It cannot be read%s%s.".formatted(place, twice));
    }
}

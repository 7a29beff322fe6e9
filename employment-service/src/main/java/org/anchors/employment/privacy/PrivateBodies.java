package org.anchors.employment.privacy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Bodies;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON about people: strictly, and with a fault for whatever in it says who somebody is, in fields that are known and in
 * those that are not. No fault repeats what was sent, and the digest of the body is keyed, so that it cannot be found by trying.
 */
@ApplicationScoped
public class PrivateBodies {

    private static final int MOST_FAULTS = 1_000;
    private static final JsonFactory JSON = new JsonFactory();

    /** Fields whose values are one of few or a day, and are checked as such. */
    private static final Set<String> CHECKED_OTHERWISE = Set.of(
            "on",
            "kind",
            "job",
            "reason",
            "quality",
            "ageBand",
            "imdEdition",
            "programme",
            "cohort",
            "place",
            "referrer",
            "employer",
            "period",
            "group",
            "care-leaver",
            "disability",
            "veteran",
            "16-24",
            "ethnic-minority",
            "long-term-unemployed",
            "neurodivergent",
            "carer");

    private final StrictJson strict;
    private final Pseudonyms pseudonyms;

    PrivateBodies(StrictJson strict, Pseudonyms pseudonyms) {
        this.strict = strict;
        this.pseudonyms = pseudonyms;
    }

    /** Reads a body that may be as large as any other. */
    public <T> Reading<T> read(InputStream body, Type type) throws IOException {
        return read(bytes(body), type);
    }

    /** A body that is not larger than any other may be. */
    public byte[] bytes(InputStream body) throws IOException {
        var bytes = body.readNBytes(Bodies.LARGEST + 1);
        if (bytes.length > Bodies.LARGEST) {
            throw new Refused(CommonRefusal.BODY_TOO_LARGE, "A body may have %,d bytes.".formatted(Bodies.LARGEST));
        }
        return bytes;
    }

    public <T> Reading<T> read(byte[] bytes, Type type) {
        try {
            Reading<T> reading = strict.read(bytes, type);
            return new Reading<>(reading.value(), faults(bytes, reading.faults()), pseudonyms.digest(bytes));
        } catch (Refused malformed) {
            throw new Refused(malformed.refusal(), malformed.detail(), Masked.all(malformed.faults()));
        }
    }

    /** What says who somebody is goes before whatever else is wrong with a field. */
    private static List<Fault> faults(byte[] bytes, List<Fault> ofShape) {
        var personal = personal(bytes);
        var unknown = ofShape.stream()
                .filter(fault -> fault.rule().equals("unknown-field"))
                .map(Fault::at)
                .toList();
        var faults = new ArrayList<Fault>();
        personal.forEach(fault -> faults.add(unknown.stream()
                .filter(at -> fault.at().equals(at) || fault.at().startsWith(at + "/"))
                .findFirst()
                .map(at -> Masked.below(at, fault))
                .orElseGet(() -> Masked.of(fault))));
        ofShape.stream()
                .filter(fault -> personal.stream().noneMatch(found -> found.at().equals(fault.at())))
                .map(Masked::of)
                .forEach(faults::add);
        return List.copyOf(faults);
    }

    private static List<Fault> personal(byte[] bytes) {
        var faults = new ArrayList<Fault>();
        try (var parser = JSON.createParser(bytes)) {
            for (var token = parser.nextToken();
                    token != null && faults.size() < MOST_FAULTS;
                    token = parser.nextToken()) {
                faultOf(parser, token).ifPresent(faults::add);
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException("It was read before", unreachable);
        }
        return faults;
    }

    private static Optional<Fault> faultOf(JsonParser parser, JsonToken token) throws IOException {
        var name = fieldOf(parser);
        var kind =
                switch (token) {
                    case FIELD_NAME -> PersonalData.identifierIn(parser.getText());
                    case VALUE_STRING -> kindOf(name, parser.getText());
                    case VALUE_NUMBER_INT -> PersonalData.identifierIn(parser.getText());
                    default -> Optional.<PersonalData>empty();
                };
        return kind.map(
                found -> fault(parser.getParsingContext().pathAsPointer().toString(), found));
    }

    private static Optional<PersonalData> kindOf(@Nullable String field, String text) {
        if (field != null && CHECKED_OTHERWISE.contains(field)) {
            return PersonalData.identifierIn(text);
        }
        return field != null && Masked.REFERENCES.contains(field)
                ? PersonalData.inReference(text)
                : PersonalData.in(text);
    }

    private static @Nullable String fieldOf(JsonParser parser) throws IOException {
        return parser.getParsingContext().getCurrentName();
    }

    /** What is said about a field that holds something of a person. */
    public static Fault fault(String at, PersonalData kind) {
        return new Fault(
                at,
                kind.rule(),
                Masked.MASK,
                "Leave it out, or send something that cannot be taken for %s; nothing of it was kept."
                        .formatted(kind.inWords()));
    }
}

package org.anchors.kit.edge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** Reads JSON strictly (no unknown or repeated field, no coercion between types) and collects every fault of its shape. */
@ApplicationScoped
public class StrictJson {

    static final int DEEPEST_NESTING = 32;
    /** Names, values, brackets; enough for thousands of rows, too few for a body that is all brackets. */
    public static final int MOST_TOKENS = 200_000;

    private final Validator validator;
    private final ObjectMapper json;

    /** By the most tokens that they read; each knows the names of fields that it has read before. */
    private final Map<Integer, JsonFactory> factories = new ConcurrentHashMap<>();

    StrictJson(Validator validator) {
        this.validator = validator;
        this.json = JsonMapper.builder(factory(MOST_TOKENS))
                .addModule(new JavaTimeModule())
                .addModule(new BlackbirdModule())
                .addModule(new StrictScalars())
                .addHandler(new FaultCollector.Handler())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .build();
    }

    /** One for a command, where no service runs. */
    public static StrictJson standalone() {
        var configuration = Validation.byProvider(HibernateValidator.class).configure();
        new ValidatedBodies().customize(configuration);
        return new StrictJson(configuration
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator());
    }

    private static JsonFactory factory(int mostTokens) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST_NESTING)
                        .maxTokenCount(mostTokens)
                        .maxNumberLength(Bodies.LARGEST)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }

    public <T> Reading<T> read(byte[] body, Type type) {
        return read(body, type, MOST_TOKENS);
    }

    /** Reads a body that may hold another number of names, values and brackets than usual. */
    public <T> Reading<T> read(byte[] body, Type type, int mostTokens) {
        requireUtf8(body);
        var collector = new FaultCollector();
        T value = bind(body, json.constructType(type), collector, mostTokens);
        var faults = new ArrayList<>(collector.faults());
        if (value == null) {
            throw new Refused(CommonRefusal.INVALID_REQUEST, "The body must be a JSON object.", faults);
        }
        missing(value, faults);
        return new Reading<>(value, List.copyOf(faults), Sha256.of(body));
    }

    private <T> T bind(byte[] body, JavaType type, FaultCollector collector, int mostTokens) {
        try {
            var reader = json.readerFor(type).withAttribute(FaultCollector.class, collector);
            return mostTokens == MOST_TOKENS
                    ? reader.readValue(body)
                    : reader.with(factories.computeIfAbsent(mostTokens, StrictJson::factory))
                            .readValue(body);
        } catch (JsonProcessingException malformed) {
            if (isBeyond("nesting", malformed)) {
                throw new Refused(
                        CommonRefusal.NESTED_TOO_DEEP,
                        "A body may be nested %d levels deep.".formatted(DEEPEST_NESTING),
                        collector.faults());
            }
            if (isBeyond("Token count", malformed)) {
                throw new Refused(
                        CommonRefusal.BODY_TOO_LARGE,
                        "A body may hold %,d names, values and brackets.".formatted(mostTokens));
            }
            var at = malformed.getLocation();
            var place = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            throw new Refused(
                    CommonRefusal.MALFORMED_JSON,
                    "It cannot be read%s%s.".formatted(place, reason(malformed)),
                    collector.faults());
        } catch (IOException unreachable) {
            throw new IllegalStateException("Reading from memory failed", unreachable);
        }
    }

    /** Jackson's own words name its switches and our classes; only that of a repeated field helps a client. */
    private static String reason(JsonProcessingException malformed) {
        return malformed.getOriginalMessage().startsWith("Duplicate") ? ": a field stands there twice" : "";
    }

    /** Piece by piece: the characters of a large body would take twice its size. */
    private static void requireUtf8(byte[] body) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.wrap(body);
        var piece = CharBuffer.allocate(8_192);
        var result = decoder.decode(bytes, piece, true);
        while (result.isOverflow()) {
            result = decoder.decode(bytes, piece.clear(), true);
        }
        if (result.isError()) {
            throw new Refused(CommonRefusal.MALFORMED_JSON, "The body is not UTF-8.");
        }
    }

    /** Jackson wraps the failure once for each object around it, and tells its limits apart only in words. */
    private static boolean isBeyond(String limit, Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof StreamConstraintsException
                        && String.valueOf(cause.getMessage()).contains(limit));
    }

    private <T> void missing(T value, List<Fault> faults) {
        var places = faults.stream().map(Fault::at).collect(Collectors.toSet());
        var found = new ArrayList<Fault>();
        for (ConstraintViolation<T> violation : validator.validate(value)) {
            var at = pointer(violation.getPropertyPath());
            if (!places.contains(at)) {
                found.add(new Fault(at, rule(violation), given(violation), violation.getMessage()));
            }
        }
        found.sort(Comparator.comparing(Fault::at).thenComparing(Fault::rule).thenComparing(Fault::mend));
        faults.addAll(found);
    }

    private static String rule(ConstraintViolation<?> violation) {
        var annotation = violation.getConstraintDescriptor().getAnnotation().annotationType();
        return switch (annotation.getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> "missing";
            case "Size" -> "size";
            default -> "form";
        };
    }

    private static @Nullable String given(ConstraintViolation<?> violation) {
        return violation.getInvalidValue() instanceof CharSequence text ? text.toString() : null;
    }

    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (var node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKey() != null) {
                pointer.append('/').append(FaultCollector.escaped(node.getKey().toString()));
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}

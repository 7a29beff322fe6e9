package org.anchors.socialvalue.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.anchors.kit.platform.Sha256;
import org.anchors.socialvalue.methodology.Decimals;
import org.jspecify.annotations.Nullable;

/**
 * One way to write JSON, for hashes: what means the same is the same text. Names in the order of their UTF-16 code units, no
 * space, numbers plain and without needless zeros, members without a value, an empty list or an empty object left out.
 */
public final class Canonical {

    private static final ObjectMapper JSON = JsonMapper.builder(
                    new JsonFactoryBuilder().characterEscapes(new Escapes()).build())
            .addModule(new JavaTimeModule())
            .addModule(new BlackbirdModule())
            .addModule(new SimpleModule("plain-numbers").addSerializer(BigDecimal.class, new Plain()))
            .annotationIntrospector(new OneOrder())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private Canonical() {}

    public static String of(Object value) {
        return new String(utf8(value), StandardCharsets.UTF_8);
    }

    /** The text in UTF-8. */
    public static byte[] utf8(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Not JSON: " + value.getClass(), impossible);
        }
    }

    /** Of the text in UTF-8, which is never in memory as a whole. */
    static String sha256(Object value) {
        return Sha256.ofWritten(out -> JSON.writeValue(out, value));
    }

    /** Whatever a class says of itself, its members stand in the one order, and those that say nothing are left out. */
    private static final class OneOrder extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;
        private static final JsonInclude.Value SAID = JsonInclude.Value.construct(
                        JsonInclude.Include.CUSTOM, JsonInclude.Include.CUSTOM)
                .withValueFilter(Unsaid.class)
                .withContentFilter(Unsaid.class);

        @Override
        public JsonInclude.Value findPropertyInclusion(Annotated member) {
            return SAID;
        }

        @Override
        public String @Nullable [] findSerializationPropertyOrder(AnnotatedClass type) {
            return null;
        }

        @Override
        public Boolean findSerializationSortAlphabetically(Annotated type) {
            return true;
        }
    }

    /** Equal to what says nothing, which is how Jackson asks for it. */
    static final class Unsaid {

        @Override
        public boolean equals(@Nullable Object value) {
            return value == null
                    || value instanceof Collection<?> list && list.isEmpty()
                    || value instanceof Map<?, ?> members && members.isEmpty();
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    private static final class Plain extends JsonSerializer<BigDecimal> {

        @Override
        public void serialize(BigDecimal number, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(Decimals.plain(number).toPlainString());
        }
    }

    /** As RFC 8785 writes them: with small letters, where there is no shorter way. */
    private static final class Escapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;
        private final int[] codes = standardAsciiEscapesForJSON();

        Escapes() {
            for (var code = 0; code < ' '; code++) {
                codes[code] = codes[code] == ESCAPE_STANDARD ? ESCAPE_CUSTOM : codes[code];
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return codes.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int code) {
            return code < ' ' ? new SerializedString("\\u%04x".formatted(code)) : null;
        }
    }
}

package org.anchors.kit.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;

/**
 * How services write JSON: decimals plain, instants as text, nothing for what is absent,
 * and every character as itself, to bytes as to text.
 */
public final class WrittenJson {

    private WrittenJson() {}

    static void configure(ObjectMapper json) {
        json.registerModule(new BlackbirdModule());
        json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        json.enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
        json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        json.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    }

    /** Writes as a service does, where none runs. */
    public static ObjectMapper mapper() {
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        configure(json);
        return json;
    }
}

package org.anchors.deployment.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads manifests into the models of their kinds, as strictly as a cluster that validates fields: a field that the model does not
 * have is refused, though the models themselves would keep it aside, and so is a number where a text is meant.
 */
final class StrictYaml {

    private static final YAMLMapper MAPPER = mapper();

    private StrictYaml() {}

    /** Every document of a stream. */
    static List<JsonNode> documents(String yaml) {
        try (var parser = new YAMLFactory().createParser(yaml)) {
            var documents = new ArrayList<JsonNode>();
            MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(parser).forEachRemaining(documents::add);
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document as an object of its kind's model; throws what is wrong with it. */
    static <T> T as(Class<T> model, JsonNode document) throws JsonProcessingException {
        return MAPPER.treeToValue(document, model);
    }

    private static YAMLMapper mapper() {
        var mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .annotationIntrospector(new NothingAside())
                .build();
        var texts = mapper.coercionConfigFor(LogicalType.Textual);
        for (var shape : List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            texts.setCoercion(shape, CoercionAction.Fail);
        }
        return mapper;
    }

    /** Models take fields that they do not know through a setter for anything; without it there are none to take. */
    private static final class NothingAside extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}

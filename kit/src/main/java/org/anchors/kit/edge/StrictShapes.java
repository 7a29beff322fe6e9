package org.anchors.kit.edge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.util.EnumValues;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Enums are taken by name only, never by number, and records from objects only, never from an empty text. */
final class StrictShapes extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> usual) {
        return new StrictScalars.Choice(EnumValues.constructFromName(config, bean.getClassInfo()));
    }

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> usual) {
        return bean.getType().isRecordType() ? new FromObject(usual) : usual;
    }

    private static final class FromObject extends DelegatingDeserializer {
        private static final long serialVersionUID = 1L;

        FromObject(JsonDeserializer<?> usual) {
            super(usual);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> usual) {
            return new FromObject(usual);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var faults = FaultCollector.of(context);
            if (!parser.hasToken(JsonToken.START_OBJECT)) {
                faults.wrongType(parser, "an object");
                return null;
            }
            faults.enter(parser);
            try {
                return super.deserialize(parser, context);
            } finally {
                faults.leave();
            }
        }
    }
}

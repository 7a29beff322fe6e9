package org.anchors.kit.edge;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Takes a JSON body as {@link Reading} where an endpoint asks for one. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public final class Bodies implements MessageBodyReader<Reading<?>> {

    /** The largest body in bytes, unless an endpoint says {@link UpTo} or takes its body as a stream. */
    public static final int LARGEST = 1_000_000;

    @Inject
    StrictJson json;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Reading.class;
    }

    @Override
    public Reading<?> readFrom(
            Class<Reading<?>> reading,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        var limit = limit(annotations);
        var largest = limit == null ? LARGEST : limit.bytes();
        var body = stream.readNBytes(largest + 1);
        if (body.length > largest) {
            throw new Refused(CommonRefusal.BODY_TOO_LARGE, "A body may have %,d bytes.".formatted(largest));
        }
        var type = ((ParameterizedType) genericType).getActualTypeArguments()[0];
        return limit == null ? json.read(body, type) : json.read(body, type, limit.tokens());
    }

    private static @Nullable UpTo limit(Annotation[] annotations) {
        for (var annotation : annotations) {
            if (annotation instanceof UpTo limit) {
                return limit;
            }
        }
        return null;
    }
}

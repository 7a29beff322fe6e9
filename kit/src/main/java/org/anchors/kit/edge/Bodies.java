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

/** Takes a JSON body as {@link Reading} where an endpoint asks for one. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public final class Bodies implements MessageBodyReader<Reading<?>> {

    /** The largest body in bytes, unless an endpoint for bulk takes its body as a stream. */
    public static final int LARGEST = 1_000_000;

    @Inject
    StrictJson json;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Reading.class;
    }

    @Override
    public Reading<?> readFrom(
            Class<Reading<?>> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        var body = stream.readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Refused(CommonRefusal.BODY_TOO_LARGE, "A body may have %,d bytes.".formatted(LARGEST));
        }
        return json.read(body, ((ParameterizedType) genericType).getActualTypeArguments()[0]);
    }
}

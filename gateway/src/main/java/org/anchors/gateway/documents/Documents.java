package org.anchors.gateway.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.anchors.gateway.service.Limits;
import org.anchors.gateway.service.Service;
import org.anchors.gateway.service.Services;
import org.jboss.logging.Logger;

/** The services' API documents as they were last read. */
@Singleton
final class Documents {

    private static final Logger LOG = Logger.getLogger(Documents.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private record Read(ObjectNode document, Instant at) {}

    private final Map<Service, Read> read = new ConcurrentHashMap<>();
    private final Services services;
    private final ObjectMapper json;
    private final Duration freshFor;

    Documents(Services services, ObjectMapper json, Limits limits) {
        this.services = services;
        this.json = json;
        this.freshFor = limits.documentsFreshFor();
    }

    /** Joins what the services say, asking those whose document is no longer fresh. */
    Future<ObjectNode> joined() {
        var parts =
                Arrays.stream(Service.values()).map(service -> part(service)).toList();
        return Future.join(parts).map(all -> JoinedDocument.of(all.list()));
    }

    private Future<Part> part(Service service) {
        var last = read.get(service);
        if (last != null && last.at().plus(freshFor).isAfter(Instant.now())) {
            return Future.succeededFuture(new Part(service, Optional.of(last.document()), Optional.empty()));
        }
        return services.get(service, service.document() + "?format=JSON", PATIENCE)
                .map(answer -> remember(service, answer))
                .otherwise(failure -> lastKnown(service, failure));
    }

    private Part remember(Service service, Services.Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException("Status " + answer.status());
        }
        try {
            var document = json.readValue(answer.body().getBytes(), ObjectNode.class);
            read.put(service, new Read(document, Instant.now()));
            return new Part(service, Optional.of(document), Optional.empty());
        } catch (IOException e) {
            throw new IllegalStateException("Not a JSON object", e);
        }
    }

    private Part lastKnown(Service service, Throwable failure) {
        LOG.warnf("The API document of %s cannot be read: %s", service.program(), failure);
        var last = read.get(service);
        if (last == null) {
            return new Part(
                    service,
                    Optional.empty(),
                    Optional.of(service.program() + " cannot be reached: its part is missing."));
        }
        var at = last.at().truncatedTo(ChronoUnit.SECONDS);
        return new Part(
                service,
                Optional.of(last.document()),
                Optional.of(service.program() + " cannot be reached: its part was read at " + at + "."));
    }
}

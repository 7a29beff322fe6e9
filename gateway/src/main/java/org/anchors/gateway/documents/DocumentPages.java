package org.anchors.gateway.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.anchors.gateway.answer.Pages;

/** The joined API document and the page to try it from. */
@Singleton
final class DocumentPages {

    /** Only our own files; Swagger UI writes styles into its elements and brings its icons as data. */
    private static final String OUR_OWN_FILES =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Documents documents;
    private final ObjectMapper json;
    private final ObjectMapper yaml = new YAMLMapper();

    DocumentPages(Documents documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json;
    }

    void serve(@Observes Router router) {
        Pages.at(router, "/").handler(context -> context.redirect("/docs"));
        Pages.at(router, "/docs").handler(file("/docs/index.html", "text/html;charset=utf-8"));
        Pages.at(router, "/docs/start.js").handler(file("/docs/start.js", "text/javascript;charset=utf-8"));
        Pages.at(router, "/openapi").handler(context -> documents
                .joined()
                .onSuccess(document -> send(context, document))
                .onFailure(context::fail));
    }

    private void send(RoutingContext context, ObjectNode document) {
        var asYaml = wantsYaml(context);
        try {
            var text = (asYaml ? yaml : json).writeValueAsBytes(document);
            context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            Pages.send(context, asYaml ? "application/yaml" : "application/json", Buffer.buffer(text));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }

    private static boolean wantsYaml(RoutingContext context) {
        var format = context.request().getParam("format");
        if (format != null) {
            return format.equalsIgnoreCase("yaml");
        }
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("yaml") && !accept.contains("json");
    }

    private static Handler<RoutingContext> file(String name, String type) {
        var content = read(name);
        return context -> {
            context.response().putHeader("Content-Security-Policy", OUR_OWN_FILES);
            Pages.send(context, type, content);
        };
    }

    private static Buffer read(String name) {
        try (var stream = Objects.requireNonNull(DocumentPages.class.getResourceAsStream(name), name)) {
            return Buffer.buffer(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.anchors.gateway.wire;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Sees the options of the server before it starts. */
@Singleton
final class ServerOptions implements HttpServerOptionsCustomizer {

    void stand(@Observes @Initialized(ApplicationScoped.class) Object beforeEverything) {
        HonestFraming.enable();
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        HonestFraming.decodeAs(options);
    }
}

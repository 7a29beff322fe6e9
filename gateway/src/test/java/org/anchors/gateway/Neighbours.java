package org.anchors.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the stand-ins, two for one of the services, and tells the gateway where they are. */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    private @Nullable Vertx vertx;

    @Override
    public Map<String, String> start() {
        var machine = Vertx.vertx();
        vertx = machine;
        var realm = new StandInRealm(machine);
        var settings = new HashMap<String, String>();
        settings.put("quarkus.oidc.auth-server-url", realm.url());
        settings.put("test.issuer", realm.url());
        settings.put("test.signing-key", realm.signingKey());
        for (var key : new String[] {"charter", "social-value", "employment"}) {
            var service = new StandIn(machine, "/api/" + key + "/v1");
            settings.put("anchors." + key + ".url", service.url());
            settings.put("test.control." + key, service.controlUrl());
        }
        var second = new StandIn(machine, "/api/social-value/v1");
        settings.merge("anchors.social-value.url", second.url(), (one, other) -> one + "," + other);
        settings.put("test.control.social-value-2", second.controlUrl());
        return settings;
    }

    @Override
    public void stop() {
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}

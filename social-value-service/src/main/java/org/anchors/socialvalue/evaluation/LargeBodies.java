package org.anchors.socialvalue.evaluation;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/** Keeps a body's turn from before it is read until its answer has gone out. */
@Provider
@InTurn
class LargeBodies implements ContainerRequestFilter {

    private static final BodiesInHand IN_HAND =
            new BodiesInHand(EvaluationsResource.LARGEST / 1_000_000, Duration.ofSeconds(8));

    private final RoutingContext routing;

    LargeBodies(RoutingContext routing) {
        this.routing = routing;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var turn = IN_HAND.take(request.getLength());
        routing.addEndHandler(ended -> turn.close());
        // Whoever has gone away meanwhile has no end any more that it could be told of.
        if (routing.response().closed()) {
            turn.close();
        }
    }
}

package org.anchors.gateway.door;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the token of a request. Signature, issuer, audience and expiry are checked by quarkus-oidc. */
final class Tokens {

    private static final BiConsumer<RoutingContext, Throwable> WE_ANSWER_OURSELVES = (context, failure) -> {};

    private Tokens() {}

    /** The request has no token, or one that is not good. */
    static final class Unacceptable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unacceptable(String message) {
            super(message, null, false, false);
        }
    }

    static Future<Caller> callerOf(RoutingContext context) {
        var headers = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.isEmpty()) {
            return Future.failedFuture(new Unacceptable("Send an access token: Authorization: Bearer <token>."));
        }
        // Two tokens could mean one caller here and another one in the service.
        if (headers.size() > 1 || !headers.getFirst().toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            return Future.failedFuture(new Unacceptable("Send one access token: Authorization: Bearer <token>."));
        }
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, WE_ANSWER_OURSELVES);
        Promise<Caller> caller = ContextInternal.current().promise();
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(identity -> settle(caller, identity), failure -> caller.fail(translated(failure)));
        return caller.future();
    }

    private static void settle(Promise<Caller> caller, SecurityIdentity identity) {
        if (!identity.isAnonymous()
                && identity.getPrincipal() instanceof JsonWebToken token
                && token.getSubject() != null) {
            var client = token.getClaim("azp") instanceof String name ? name : "-";
            caller.complete(new Caller(token.getSubject(), client, identity.getRoles()));
        } else {
            caller.fail(new Unacceptable("This is not an access token of a caller."));
        }
    }

    /** Why exactly a token was refused helps nobody who has a good one. */
    private static Throwable translated(Throwable failure) {
        return failure instanceof AuthenticationFailedException
                ? new Unacceptable("The access token is not valid here, or no longer: fetch a new one.")
                : failure;
    }
}

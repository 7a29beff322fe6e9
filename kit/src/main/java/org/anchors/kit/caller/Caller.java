package org.anchors.kit.caller;

import io.quarkus.arc.Arc;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who is calling, as the token says. */
@ApplicationScoped
public class Caller {

    private static final String SYSTEM = "system";
    private static final String ORGANISATION = "organisation";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The token's subject, or {@code system} where the service acts on its own. */
    public String subject() {
        return token().map(JsonWebToken::getSubject).orElse(SYSTEM);
    }

    /** The account's name, for people who read the audit trail. */
    public String name() {
        return token().map(JsonWebToken::getName).orElse(SYSTEM);
    }

    /** The key of the organisation that the caller belongs to. */
    public Optional<String> organisation() {
        return token().map(Caller::organisationOf);
    }

    /** MicroProfile throws and catches an exception inside for each claim that is not among its own; ours is asked for often. */
    private static @Nullable String organisationOf(JsonWebToken token) {
        return token instanceof OidcJwtCallerPrincipal known
                ? known.getClaims().getClaimValueAsString(ORGANISATION)
                : token.getClaim(ORGANISATION);
    }

    public boolean belongsTo(String organisation) {
        return organisation().filter(organisation::equals).isPresent();
    }

    public boolean has(String role) {
        return inRequest() && identity.hasRole(role);
    }

    /** Whether a program is calling: Keycloak names the account of a client {@code service-account-} and the client. */
    public boolean isMachine() {
        return name().startsWith("service-account-");
    }

    /** Refuses what takes people to whoever calls as a program. */
    public void requirePerson() {
        if (isMachine()) {
            throw new Refused(CommonRefusal.PERSON_NEEDED, "Sign in as a person; this is the account of a program.");
        }
    }

    private Optional<JsonWebToken> token() {
        return inRequest() && identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.of(token)
                : Optional.empty();
    }

    private static boolean inRequest() {
        return Arc.container().requestContext().isActive();
    }
}

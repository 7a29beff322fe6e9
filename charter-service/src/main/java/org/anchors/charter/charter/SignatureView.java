package org.anchors.charter.charter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A signature as it is shown.
 *
 * @param reference its name, such as {@code mseft-2024-27-1}
 * @param organisation key of the organisation
 * @param edition name of the edition
 * @param role role of whoever signs for it
 * @param state how far it has come
 * @param proposedOn when it was proposed, where known
 * @param signedOn when it was signed, where known
 * @param endedOn when it was withdrawn or superseded
 * @param reason why it was withdrawn
 * @param supersededBy reference of the signature that took its place
 * @param onBehalfOf others that it was signed for
 */
@Schema(name = "Signature")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignatureView(
        String reference,
        String organisation,
        String edition,
        String role,
        Signature.State state,
        @Nullable LocalDate proposedOn,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate endedOn,
        @Nullable String reason,
        @Nullable String supersededBy,
        @Nullable Others onBehalfOf) {

    static SignatureView of(KeptSignature kept) {
        return switch (kept.signature()) {
            case Signature.Proposed proposed -> of(kept, proposed.on(), null, null, null, null);
            case Signature.Signed signed -> of(kept, signed.proposedOn(), signed.on(), null, null, null);
            case Signature.Withdrawn(var signed, var on, var reason) ->
                of(kept, signed.proposedOn(), signed.on(), on, reason, null);
            case Signature.Superseded(var signed, var on, var replacement) ->
                of(kept, signed.proposedOn(), signed.on(), on, null, replacement);
        };
    }

    private static SignatureView of(
            KeptSignature kept,
            @Nullable LocalDate proposedOn,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate endedOn,
            @Nullable String reason,
            @Nullable String supersededBy) {
        var by = kept.signature().by();
        return new SignatureView(
                kept.reference(),
                by.organisation(),
                by.edition(),
                by.role(),
                kept.signature().state(),
                proposedOn,
                signedOn,
                endedOn,
                reason,
                supersededBy,
                by.onBehalfOf());
    }
}

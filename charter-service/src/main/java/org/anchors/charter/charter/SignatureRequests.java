package org.anchors.charter.charter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent for each step of a signature. Parts that could not be read are null, whatever the types say. */
final class SignatureRequests {

    private static final String LONG = "At most 200 characters.";

    private SignatureRequests() {}

    /**
     * A signature that is expected.
     *
     * @param role role of whoever is to sign; never a name
     * @param on day of the proposal, today where it is left out
     */
    @Schema(name = "SignatureProposal")
    record Proposal(
            @NotBlank(message = "Name the organisation, by its key.") @Schema(examples = "rochford")
            String organisation,

            @NotBlank(message = "Name the role that is to sign, such as Chief Executive.")
            @Size(max = 200, message = LONG)
            String role,

            @Nullable LocalDate on,
            @Valid @Nullable Others onBehalfOf) {}

    /**
     * The signing of a proposal.
     *
     * @param role role of whoever signs; the one proposed where it is left out
     * @param on day of the signing
     * @param onBehalfOf others that are signed for; those proposed where it is left out
     */
    @Schema(name = "Signing")
    record Signing(
            @Pattern(regexp = "(?s).*\\S.*", message = "Name the role, or leave it out.")
            @Size(max = 200, message = LONG)
            @Nullable
            String role,

            @NotNull(message = "Say on which day it was signed.")
            LocalDate on,

            @Valid @Nullable Others onBehalfOf) {}

    @Schema(name = "Withdrawal")
    record Withdrawal(
            @NotNull(message = "Say from which day on it is withdrawn.")
            LocalDate on,

            @NotBlank(message = "Say why.") @Size(max = 2_000, message = "At most 2,000 characters.")
            String reason) {}

    /**
     * The end of a signature because another took its place.
     *
     * @param by reference of the other signature
     */
    @Schema(name = "Supersession")
    record Supersession(
            @NotNull(message = "Say on which day.") LocalDate on,

            @NotBlank(message = "Name the signature that took its place, by its reference.")
            String by) {}
}

package org.anchors.employment.participant;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks for a participant by what its provider calls it; in a body, because addresses are logged. */
@Schema(name = "ParticipantLookup", description = "Asks for a participant by what its provider calls it.")
record Lookup(
        @NotBlank(message = "Name the programme by its key.") @Schema(description = "The programme, by its key")
        String programme,

        @NotBlank(message = "Send what you call the participant.")
        @Schema(description = "What you call the participant")
        String reference) {}

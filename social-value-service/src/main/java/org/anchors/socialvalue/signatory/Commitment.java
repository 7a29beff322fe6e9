package org.anchors.socialvalue.signatory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the charter holds a signatory to when it buys: its commitment P1.
 *
 * @param edition of the charter
 * @param commitment what it says
 */
@Schema(name = "CharterCommitment", description = "What the charter holds a buyer to that has signed it.")
public record Commitment(
        @Schema(description = "Edition of the charter", examples = "2024-27")
        String edition,

        String commitment) {

    /** Commitment P1 of the charter, in its words. */
    private static final String SOCIAL_VALUE = "Social value in all purchasing";

    static Commitment of(String edition) {
        return new Commitment(edition, SOCIAL_VALUE);
    }
}

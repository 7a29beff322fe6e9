package org.anchors.kit.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail, for people who read what was done to something.
 *
 * @param entry its number in the trail
 * @param at when
 * @param who the account's name
 * @param organisation key of the account's organisation
 * @param deed what was done, past tense, such as {@code report-submitted}
 * @param detail what else is worth knowing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Deed(
        long entry,
        Instant at,
        String who,
        @Nullable String organisation,
        String deed,
        @JsonRawValue @Schema(implementation = Object.class) String detail) {}

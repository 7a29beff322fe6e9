package org.anchors.socialvalue.panel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.anchors.kit.edge.Version;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was appointed to mark the bids of a procurement.
 *
 * @param account name of the account
 * @param submittedAt since when the marks are in; they are final then
 * @param release why the others go on without these marks
 * @param version of the marks
 */
@Schema(name = "Evaluator", description = "Somebody who marks the bids.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evaluator(
        String account,
        Instant assignedAt,

        @Nullable @Schema(description = "Since when the marks are in; absent until then")
        Instant submittedAt,

        @Nullable @Schema(description = "Why the others go on without these marks")
        Release release,

        @JsonIgnore long version) {

    /** That the others go on without an evaluator's marks. */
    @Schema(name = "Release", description = "That the others go on without an evaluator's marks.")
    public record Release(Instant at, String by, String reason) {}

    /** Whether the marks are in and count. */
    @JsonIgnore
    public boolean isIn() {
        return submittedAt != null && release == null;
    }

    /** Whether the others wait for these marks. */
    @JsonIgnore
    public boolean isAwaited() {
        return submittedAt == null && release == null;
    }

    public Version tagged() {
        return new Version(version);
    }
}

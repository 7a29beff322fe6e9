package org.anchors.socialvalue.procurement;

import java.time.Instant;
import java.util.UUID;
import org.anchors.kit.edge.Version;
import org.jspecify.annotations.Nullable;

/**
 * A procurement as it stands.
 *
 * @param buyer key of the organisation that buys
 * @param reference the buyer's name for it
 * @param catalogue edition of the buyer's catalogue that values commitments; absent where none does
 * @param bidDeadline until when bids are taken; always there from the publication on
 * @param publishedAt absent until then
 * @param version counts up with each step of its life; bids and marks are no such step
 */
public record Procurement(
        UUID id,
        String buyer,
        String reference,
        String title,
        @Nullable String catalogue,
        @Nullable Instant bidDeadline,
        @Nullable Instant publishedAt,
        Stage stage,
        long version) {

    /** As the audit trail names it. */
    public String path() {
        return "procurements/" + id;
    }

    public Version tagged() {
        return new Version(version);
    }

    /** The deadline of one that was published. */
    public Instant deadline() {
        if (bidDeadline == null) {
            throw new IllegalStateException("%s was published without a deadline".formatted(path()));
        }
        return bidDeadline;
    }

    /** As outsiders see it: its version tells nothing of the steps that they do not see. */
    Procurement inPublic() {
        if (publishedAt == null) {
            return this;
        }
        var seen = stage.inPublic(publishedAt);
        return new Procurement(
                id,
                buyer,
                reference,
                title,
                catalogue,
                bidDeadline,
                publishedAt,
                seen,
                seen.state().ordinal());
    }

    /** The next version of it, at another stage. */
    public Procurement at(Stage next) {
        return new Procurement(
                id,
                buyer,
                reference,
                title,
                catalogue,
                bidDeadline,
                next instanceof Stage.Published(Instant since) ? since : publishedAt,
                next,
                version + 1);
    }
}

package org.anchors.kit.edge;

import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The version of a resource, as it travels in {@code ETag} and {@code If-Match}.
 *
 * @param number counts up with each change
 */
public record Version(long number) {

    public String tag() {
        return "\"" + number + "\"";
    }

    /**
     * Refuses a change that does not say which version it was made on, or that was made on another one than this.
     *
     * @param ifMatch the header as it was sent
     */
    public void require(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw new Refused(
                    CommonRefusal.VERSION_MISSING, "Send If-Match with the ETag of the version you are changing.");
        }
        if (!ifMatch.strip().equals(tag())) {
            throw new Refused(
                    CommonRefusal.VERSION_STALE,
                    "Read it again and repeat the change on the newest version, which is %s.".formatted(tag()));
        }
    }
}

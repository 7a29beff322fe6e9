package org.anchors.kit.edge;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A yes or no in an address: {@code true} or {@code false}. A Java boolean would take anything else for false, and
 * {@code dryRun=1} would submit.
 */
@Schema(type = SchemaType.BOOLEAN)
public record Flag(boolean truth) {

    /** Whether it was given as true; one that was not given is false. Do not give it a default: that would stand for an empty one. */
    public static boolean isSet(@Nullable Flag flag) {
        return flag != null && flag.truth();
    }

    /** Read by the framework; what it cannot read is answered as a bad request. */
    public static Flag fromString(String text) {
        return switch (text) {
            case "true" -> new Flag(true);
            case "false" -> new Flag(false);
            default -> throw new IllegalArgumentException("Neither true nor false: " + text);
        };
    }
}

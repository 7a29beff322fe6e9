package org.anchors.kit.edge;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A yes or no in an address: {@code true} or {@code false}. A Java boolean would take anything else for false, and
 * {@code dryRun=1} would submit.
 */
@Schema(type = SchemaType.BOOLEAN)
public record Flag(boolean isSet) {

    /** Read by the framework; what it cannot read is answered as a bad request. */
    public static Flag fromString(String text) {
        return switch (text) {
            case "true" -> new Flag(true);
            case "false" -> new Flag(false);
            default -> throw new IllegalArgumentException("Neither true nor false: " + text);
        };
    }
}

package org.anchors.kit.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is done about the parts of a file that have faults. */
@Schema(name = "LoadMode")
public enum LoadMode {
    /** One faulty part refuses the file. */
    @JsonProperty(LoadMode.USUAL)
    ALL_OR_NOTHING,
    /** Faulty parts are left out. */
    @JsonProperty(LoadMode.OTHER)
    ACCEPT_VALID;

    /** As it is written, where none is asked for. */
    public static final String USUAL = "all-or-nothing";

    private static final String OTHER = "accept-valid";

    /** The mode that the parameter {@code mode} asks for. */
    public static LoadMode asked(String mode) {
        return switch (mode) {
            case USUAL -> ALL_OR_NOTHING;
            case OTHER -> ACCEPT_VALID;
            default ->
                throw Refused.ofParameter(
                        CommonRefusal.INVALID_REQUEST,
                        "mode",
                        "unknown-value",
                        mode,
                        "Send %s or %s.".formatted(USUAL, OTHER));
        };
    }
}

package org.anchors.socialvalue.methodology;

import jakarta.validation.constraints.NotNull;
import org.anchors.socialvalue.scoring.Rounding;
import org.anchors.socialvalue.scoring.Rounding.Mode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When and how marks are rounded, as it is written down. */
@Schema(name = "RoundingRule", description = "When and how marks are rounded.")
record RoundingBody(
        @NotNull(message = "Say at which stage; it is never implied.") @Schema(description = "From which stage on")
        Rounding.Stage stage,

        @Nullable @Schema(description = "Decimal places, 0 to 10; 2, unless said otherwise")
        Integer places,

        @Nullable @Schema(description = "What becomes of a half; HALF_UP, unless said otherwise")
        Mode mode) {

    private static final int USUAL_PLACES = 2;

    RoundingBody settled() {
        return new RoundingBody(stage, places == null ? USUAL_PLACES : places, mode == null ? Mode.HALF_UP : mode);
    }

    Rounding rounding() {
        return new Rounding(stage, places == null ? USUAL_PLACES : places, mode == null ? Mode.HALF_UP : mode);
    }
}

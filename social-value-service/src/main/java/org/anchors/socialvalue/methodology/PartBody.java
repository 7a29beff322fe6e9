package org.anchors.socialvalue.methodology;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.anchors.socialvalue.scoring.Part;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of a criterion, as it is written down. Parts that could not be read are null, whatever the types say. */
@Schema(name = "MethodologyPart", description = "A part of what is marked: a question, or parts of its own.")
record PartBody(
        @NotBlank(message = "Give it a key.")
        @Pattern(regexp = MethodologyBody.KEY, message = MethodologyBody.KEY_FORM)
        @Schema(description = "Its name, by which marks refer to it", examples = "q1")
        String key,

        @Nullable @Size(max = 500, message = "At most 500 characters.") @Schema(description = "What it is about")
        String title,

        @NotNull(message = "Give it a weight.") @Schema(description = "Percentage of its parent", examples = "80")
        BigDecimal weight,

        @Nullable @Schema(description = "The least of 100 that an eligible bid reaches in this question")
        BigDecimal passMark,

        @Nullable
        @Size(max = 200, message = "At most 200 parts.")
        @Schema(description = "None for a question; otherwise their weights sum to exactly 100")
        List<@NotNull(message = "A part cannot be null.") @Valid PartBody> parts) {

    List<PartBody> partsOrNone() {
        return parts == null
                ? List.of()
                : parts.stream().filter(Objects::nonNull).toList();
    }

    Stream<PartBody> withAllBelow() {
        return Stream.concat(Stream.of(this), partsOrNone().stream().flatMap(PartBody::withAllBelow));
    }

    Part part() {
        return new Part(
                key,
                title,
                Decimals.plain(weight),
                passMark == null ? null : Decimals.plain(passMark),
                partsOrNone().stream().map(PartBody::part).toList());
    }
}

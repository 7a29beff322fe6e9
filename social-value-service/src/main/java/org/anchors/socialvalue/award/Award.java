package org.anchors.socialvalue.award;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.anchors.kit.edge.Version;
import org.anchors.socialvalue.procurement.Stage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far an award has come. */
@Schema(name = "Award", description = "How far the award has come.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Award(
        Stage.State state,
        List<OfLot> lots,

        @Nullable @Schema(description = "The notice that announced it; absent until it is recorded")
        Announced notice,

        @Schema(description = "What was objected to it; contracts wait until all is answered")
        List<Representation> representations) {

    /** What was decided on a lot. */
    @Schema(name = "LotAward", description = "What was decided on a lot.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfLot(
            String lot,

            @Nullable @Schema(description = "Reference of the bid that wins; absent where nobody does")
            String bid,

            @Nullable String supplier,
            @Nullable String reason,
            Instant decidedAt,
            String decidedBy) {}

    /** A notice that was recorded. */
    @Schema(name = "RecordedNotice", description = "A notice that was recorded.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Announced(
            String notice,
            LocalDate publishedOn,

            @Nullable @Schema(description = "When each bidder was sent its assessment summary")
            LocalDate summariesSentOn,

            @Nullable @Schema(description = "The provision that asks for a standstill; absent where none does")
            String standstillRule,

            @Nullable @Schema(description = "The last day on which no contract may be entered into")
            LocalDate standstillEnds,

            Instant recordedAt,
            String recordedBy) {}

    /** As the answer of a request, with the version of its procurement. */
    Response under(Version version) {
        return Response.ok(this).header("ETag", version.tag()).build();
    }
}

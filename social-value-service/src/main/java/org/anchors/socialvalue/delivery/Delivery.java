package org.anchors.socialvalue.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.anchors.kit.edge.Version;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A statement of what was delivered. It counts while it is approved and no approved statement corrects it.
 *
 * @param number counts the contract's statements from 1
 * @param year reporting year of the period
 * @param evidence JSON, as it was sent
 * @param indicators ratings, JSON by indicator
 */
@Schema(name = "Delivery", description = "A statement of what was delivered in a period, and what became of it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Delivery(
        int number,
        LocalDate from,
        LocalDate to,

        @Schema(description = "Reporting year of the period", examples = "2026-27")
        String year,

        @Nullable Integer corrects,

        @Nullable @Schema(description = "Number of the approved statement that replaces this one")
        Integer correctedBy,

        @Nullable @Schema(description = "Why it corrects another one")
        String reason,

        State state,
        @Nullable Rating rating,

        @Nullable @Schema(description = "What the buyer said when it decided")
        String comment,

        @Nullable @Schema(implementation = Object.class, description = "Ratings by indicator") @JsonRawValue
        String indicators,

        @Schema(implementation = DeliveryBody.Evidence[].class) @JsonRawValue
        String evidence,

        List<Line> lines,
        Instant recordedAt,
        String recordedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {

    /** How far it has come. */
    @Schema(name = "DeliveryState")
    enum State {
        RECORDED,
        APPROVED,
        REJECTED
    }

    /**
     * What was delivered of one obligation.
     *
     * @param value in GBP to the penny, in proportion to what the whole obligation is worth; absent where it has no value
     */
    @Schema(name = "DeliveredObligation", description = "What was delivered of one obligation, valued in proportion.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            int obligation,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal value,
            @Nullable String text) {}

    /**
     * What was decided upon it.
     *
     * @param indicators ratings, JSON by indicator
     */
    record Decision(
            State state,
            @Nullable Rating rating,
            @Nullable String comment,
            @Nullable String indicators,
            @Nullable Instant at,
            @Nullable String by) {}

    Delivery decided(Decision decision) {
        return with(decision, lines);
    }

    Delivery withLines(List<Line> stated) {
        return with(new Decision(state, rating, comment, indicators, decidedAt, decidedBy), stated);
    }

    private Delivery with(Decision decision, List<Line> stated) {
        return new Delivery(
                number,
                from,
                to,
                year,
                corrects,
                correctedBy,
                reason,
                decision.state(),
                decision.rating(),
                decision.comment(),
                decision.indicators(),
                evidence,
                stated,
                recordedAt,
                recordedBy,
                decision.at(),
                decision.by());
    }

    /** It changes once, when it is decided upon. */
    Version tagged() {
        return new Version(state == State.RECORDED ? 0 : 1);
    }

    /** As the answer of a request, with its version. */
    Response shown() {
        return Response.ok(this).header("ETag", tagged().tag()).build();
    }

    void requireUndecided() {
        if (state != State.RECORDED) {
            throw new Refused(
                    DeliveryRefusal.DELIVERY_DECIDED, "It is %s; state anew what is to be corrected.".formatted(state));
        }
    }
}

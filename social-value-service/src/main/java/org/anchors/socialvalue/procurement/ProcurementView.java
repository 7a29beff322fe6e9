package org.anchors.socialvalue.procurement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchors.contracts.problem.Fault;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.anchors.socialvalue.signatory.Commitment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A procurement as it is shown. */
@Schema(name = "Procurement", description = "A procurement as it stands.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProcurementView(
        UUID id,
        String buyer,
        String reference,
        String title,
        Stage.State state,
        @Schema(description = "When it came to this state") Instant since,
        @Nullable String catalogue,
        @Nullable Instant bidDeadline,
        @Nullable Instant publishedAt,

        @Nullable @Schema(description = "Why it was cancelled")
        String cancelledFor,

        @Nullable @Schema(description = "Its lots with their frozen methodologies, from the publication on")
        List<LotView> lots,

        @Nullable
        @Schema(implementation = ProcurementBody.class, description = "As it was sent last, while a draft")
        @JsonRawValue
        String draft,

        @Nullable
        @Schema(description = "In answer to a draft that was sent: what would keep it from being published now")
        List<Fault> faults,

        @Nullable
        @Schema(
                description =
                        "In answer to a draft that was sent, and to its publication: what its methodologies do that may not be"
                                + " meant, tried on dummy bids; it hinders nothing")
        List<DraftWarnings.Warned> warnings,

        @Nullable
        @Schema(description = "What the charter holds the buyer to, that had signed it on the day of the notice")
        Commitment charter) {

    /** A lot as it is shown. */
    @Schema(name = "Lot", description = "A lot with the methodology that its bids are judged by.")
    record LotView(
            String key,
            String title,

            @Schema(implementation = MethodologyBody.class, description = "Canonical JSON, as it was hashed")
            @JsonRawValue
            String methodology,

            @Schema(description = "SHA-256 of the canonical JSON; every evaluation carries it")
            String methodologyHash) {

        static LotView of(Lot lot) {
            return new LotView(lot.key(), lot.title(), lot.frozen(), lot.hash());
        }
    }

    /** A procurement in a list. */
    @Schema(name = "ProcurementSummary", description = "A procurement in a list.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            UUID id,
            String buyer,
            String reference,
            String title,
            Stage.State state,
            Instant since,
            @Nullable Instant bidDeadline,
            @Nullable Instant publishedAt) {

        static Summary of(Procurement of) {
            return new Summary(
                    of.id(),
                    of.buyer(),
                    of.reference(),
                    of.title(),
                    of.stage().state(),
                    of.stage().since(),
                    of.bidDeadline(),
                    of.publishedAt());
        }
    }

    static ProcurementView published(Procurement of, List<Lot> lots) {
        return of(of, lots.stream().map(LotView::of).toList(), null);
    }

    static ProcurementView drafted(Procurement of, String draft) {
        return of(of, null, draft);
    }

    private static ProcurementView of(Procurement of, @Nullable List<LotView> lots, @Nullable String draft) {
        return new ProcurementView(
                of.id(),
                of.buyer(),
                of.reference(),
                of.title(),
                of.stage().state(),
                of.stage().since(),
                of.catalogue(),
                of.bidDeadline(),
                of.publishedAt(),
                of.stage() instanceof Stage.Cancelled(Instant since, String reason) ? reason : null,
                lots,
                draft,
                null,
                null,
                null);
    }

    /** The same with what was found in the draft. */
    ProcurementView checked(DraftChecks.Checked found) {
        return with(found.faults(), found.warnings(), found.charter());
    }

    /** The same with what is to be said of its methodologies. */
    ProcurementView warned(List<DraftWarnings.Warned> found) {
        return with(faults, found, charter);
    }

    /** The same with what the charter holds the buyer to, if it does. */
    ProcurementView heldTo(@Nullable Commitment commitment) {
        return with(faults, warnings, commitment);
    }

    private ProcurementView with(
            @Nullable List<Fault> wrong, @Nullable List<DraftWarnings.Warned> told, @Nullable Commitment commitment) {
        return new ProcurementView(
                id,
                buyer,
                reference,
                title,
                state,
                since,
                catalogue,
                bidDeadline,
                publishedAt,
                cancelledFor,
                lots,
                draft,
                wrong,
                told,
                commitment);
    }
}

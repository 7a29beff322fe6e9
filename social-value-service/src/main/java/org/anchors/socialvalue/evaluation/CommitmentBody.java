package org.anchors.socialvalue.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import org.anchors.socialvalue.methodology.Decimals;
import org.anchors.socialvalue.scoring.Commitment;
import org.anchors.socialvalue.scoring.Quantity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A commitment as it is sent. Its quantity is a number, or the posts or sessions that it is counted from. */
@Schema(name = "Commitment", description = "What a bidder commits to in one year of the contract.")
public record CommitmentBody(
        @NotBlank(message = "Name the measure.") @Schema(description = "Code in the catalogue", examples = "M1")
        String measure,

        @Nullable @Schema(description = "How much, in the unit of the measure", examples = "4")
        BigDecimal quantity,

        @Nullable @Valid @Schema(description = "Posts that full-time equivalents are counted from, instead of quantity")
        Posts posts,

        @Nullable @Valid @Schema(description = "Sessions that hours are counted from, instead of quantity")
        Sessions sessions,

        @Nullable
        @Size(max = 2_000, message = "At most 2,000 characters.")
        @Schema(description = "What is promised, for a measure that is described and not counted")
        String text,

        @NotNull(message = "Say in which year.") @Schema(description = "Year of the contract, the first is 1")
        Integer year,

        @Nullable
        @Size(max = 200, message = "At most 200 characters.")
        @Schema(
                description =
                        "The person or pound that it is for, by a name of yours, so that nothing is claimed twice")
        String beneficiary,

        @Nullable @Schema(description = "Whether it is local to the place named; yes, unless said otherwise")
        Boolean local,

        @Nullable @Schema(description = "Whether it is specific to this contract; yes, unless said otherwise")
        Boolean specific,

        @Nullable
        @Schema(description = "Whether it is additional to the core specification; yes, unless said otherwise")
        Boolean additional,

        @Nullable
        @Size(max = 4_000, message = "At most 4,000 characters.")
        @Schema(
                description =
                        "In an evaluation only: why evaluators ruled that it is not local, specific or additional; the"
                                + " bidder is told it")
        String reason) {

    /** What tells the commitments of a bid without faults apart; the whole text where it does not. */
    static final Comparator<CommitmentBody> ONE_ORDER = Comparator.comparing(CommitmentBody::measure)
            .thenComparing(CommitmentBody::year)
            .thenComparing(CommitmentBody::beneficiary, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Canonical::of);

    /** Posts, pro rata of hours and weeks. */
    @Schema(name = "Posts", description = "Posts that full-time equivalents of a year are counted from.")
    public record Posts(
            @NotNull(message = "Say how many people.") BigDecimal people,

            @NotNull(message = "Say how many hours a week.") BigDecimal hoursPerWeek,

            @NotNull(message = "Say how many hours a full-time post has.")
            BigDecimal fullTimeHours,

            @NotNull(message = "Say how many weeks of the year.")
            BigDecimal weeks) {}

    /** Sessions with those who attend. */
    @Schema(
            name = "Sessions",
            description = "Sessions that hours are counted from: their length times those who attend.")
    public record Sessions(
            @NotNull(message = "Say how many sessions.") BigDecimal sessions,

            @NotNull(message = "Say how long each is.") BigDecimal hoursEach,

            @NotNull(message = "Say how many attend.") BigDecimal attendees) {

        private @Nullable BigDecimal hours() {
            return sessions == null || hoursEach == null || attendees == null
                    ? null
                    : sessions.multiply(hoursEach).multiply(attendees);
        }
    }

    /** As much as it can come to, if that is said: a post counts as one full-time equivalent at most. */
    @Nullable
    BigDecimal most() {
        if (posts != null) {
            return posts.people();
        }
        return sessions == null ? quantity : sessions.hours();
    }

    boolean hasQuantity() {
        return quantity != null || posts != null || sessions != null;
    }

    CommitmentBody settled() {
        return new CommitmentBody(
                measure,
                quantity,
                posts,
                sessions,
                text,
                year,
                beneficiary,
                holds(local),
                holds(specific),
                holds(additional),
                reason);
    }

    /** The same as evaluators have ruled: what they found lacking is lacking, whatever the bidder says. */
    public CommitmentBody ruledOut(Collection<Commitment.Ground> lacking, String why) {
        return new CommitmentBody(
                measure,
                quantity,
                posts,
                sessions,
                text,
                year,
                beneficiary,
                holds(local) && !lacking.contains(Commitment.Ground.LOCAL),
                holds(specific) && !lacking.contains(Commitment.Ground.SPECIFIC),
                holds(additional) && !lacking.contains(Commitment.Ground.ADDITIONAL),
                why);
    }

    /** Whether nothing is said against it. */
    boolean counts() {
        return holds(local) && holds(specific) && holds(additional);
    }

    private static boolean holds(@Nullable Boolean said) {
        return said == null || said;
    }

    public Commitment commitment() {
        return new Commitment(
                measure,
                amount(),
                year,
                beneficiary,
                new Commitment.Standing(holds(local), holds(specific), holds(additional), reason));
    }

    /** For whom it claims what, whatever its quantity. */
    Commitment claim() {
        return new Commitment(measure, null, year, beneficiary, Commitment.Standing.GOOD);
    }

    private @Nullable Quantity amount() {
        if (posts != null) {
            return new Quantity.Posts(
                    Decimals.plain(posts.people()),
                    Decimals.plain(posts.hoursPerWeek()),
                    Decimals.plain(posts.fullTimeHours()),
                    Decimals.plain(posts.weeks()));
        }
        if (sessions != null) {
            return new Quantity.Sessions(
                    Decimals.plain(sessions.sessions()),
                    Decimals.plain(sessions.hoursEach()),
                    Decimals.plain(sessions.attendees()));
        }
        return quantity == null ? null : new Quantity.Counted(Decimals.plain(quantity));
    }
}

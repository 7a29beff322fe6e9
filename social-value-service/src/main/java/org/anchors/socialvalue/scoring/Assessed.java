package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Marks of a bid for a criterion or a part of one, and how they came about. Marks are shown to the places of the
 * methodology; the working says what is carried on.
 *
 * @param assessedBy how it was assessed
 * @param available marks that were to be had: its weight, of the parts of its parent
 * @param given marks that it got; like the score absent for what an ineligible bid was not marked on, or not held against others in
 * @param score what it got out of 100, before it was weighed
 * @param working the arithmetic with the numbers in it
 * @param reason what the evaluators said
 * @param commitments what was valued, where that was part of it
 */
public record Assessed(
        String key,
        @Nullable String title,
        String assessedBy,
        BigDecimal available,
        @Nullable BigDecimal given,
        @Nullable BigDecimal score,
        String working,
        @Nullable String reason,
        List<Assessed> parts,
        @Nullable Offer commitments) {

    /** Of an ineligible bid, which is not held against others, and need not be marked. */
    static Assessed withoutMarks(Marked.Heading heading, String working, Weighing.Detail detail) {
        return new Assessed(
                heading.key(),
                heading.title(),
                heading.assessedBy(),
                heading.weight(),
                null,
                null,
                working,
                detail.reason(),
                detail.parts(),
                detail.commitments());
    }
}

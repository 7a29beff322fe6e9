package org.anchors.employment.milestone;

import java.time.LocalDate;
import org.anchors.employment.outcome.Entry;
import org.anchors.employment.outcome.Milestone;
import org.jspecify.annotations.Nullable;

/**
 * A milestone that is sound by itself, under pseudonyms.
 *
 * @param row where it stood
 * @param participant pseudonym of the participant, in hexadecimal
 * @param entry what it says; its record ids are pseudonyms too
 */
record Draft(int row, String programme, String participant, Entry entry) {

    /** The fields of the entry as the tables hold them, in their order. */
    @Nullable
    Object[] columns() {
        var milestone = entry.milestone();
        var start = milestone instanceof Milestone.JobStart job ? job : null;
        return new @Nullable Object[] {
            milestone.kind(),
            milestone.on(),
            bytes(entry.identity().record()),
            employer(milestone),
            start == null ? null : start.hoursPerWeek(),
            start == null ? null : start.realLivingWage(),
            start == null ? null : start.job(),
            milestone instanceof Milestone.LeftEarly left ? left.reason() : null,
            entry.corrects() == null ? null : entry.corrects().kind(),
            entry.corrects() == null ? null : day(entry.corrects()),
            entry.corrects() == null ? null : bytes(entry.corrects().record()),
            entry.withdrawn()
        };
    }

    private static LocalDate day(Entry.Identity identity) {
        return identity.on();
    }

    /** As PostgreSQL reads bytes. */
    static String bytes(String hexadecimal) {
        return "\\x" + hexadecimal;
    }

    private static @Nullable String employer(Milestone milestone) {
        return switch (milestone) {
            case Milestone.JobOffer offer -> offer.employer();
            case Milestone.JobStart start -> start.employer();
            case Milestone.JobEnd end -> end.employer();
            case Milestone.Referred referred -> null;
            case Milestone.Started started -> null;
            case Milestone.Completed completed -> null;
            case Milestone.LeftEarly left -> null;
            case Milestone.InWorkConfirmed confirmed -> null;
        };
    }
}

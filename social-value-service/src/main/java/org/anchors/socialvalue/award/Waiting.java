package org.anchors.socialvalue.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.policy.Regime;
import org.anchors.socialvalue.procurement.Procurement;

/** What the contracts of an award wait for: the end of the standstill, and answers to all that is objected to it. */
@ApplicationScoped
class Waiting {

    private final Awards awards;
    private final Standstills standstills;

    Waiting(Awards awards, Standstills standstills) {
        this.awards = awards;
        this.standstills = standstills;
    }

    /** Refuses while it lasts; otherwise the last day on which nothing could be signed, where there was one. */
    Optional<LocalDate> requireOver(Procurement procurement, Regime regime, Instant now) {
        var award = awards.of(procurement);
        if (award.notice() == null) {
            standstills.ruleOf(regime).ifPresent(Waiting::refuseWithoutNotice);
        }
        award.representations().stream()
                .filter(one -> one.answeredOn() == null)
                .findFirst()
                .ifPresent(Waiting::refuseUnanswered);
        var lastDay = lastDay(award, regime);
        lastDay.filter(last -> !EssexDays.of(now).isAfter(last)).ifPresent(Waiting::refuseUntil);
        return lastDay;
    }

    private Optional<LocalDate> lastDay(Award award, Regime regime) {
        var ofTheNotice = Stream.ofNullable(award.notice()).map(Award.Announced::standstillEnds);
        var ofAnswers = award.representations().stream()
                .flatMap(one ->
                        standstills.lastDayAfterAnswer(Objects.requireNonNull(one.answeredOn()), regime).stream());
        return Stream.concat(ofTheNotice, ofAnswers).filter(Objects::nonNull).max(LocalDate::compareTo);
    }

    private static void refuseWithoutNotice(Standstill rule) {
        throw new Refused(
                AwardRefusal.NOTICE_MISSING,
                "%s asks for a standstill, which begins with the notice: record it first.".formatted(rule.law()));
    }

    private static void refuseUnanswered(Representation first) {
        throw new Refused(
                AwardRefusal.REPRESENTATIONS_UNANSWERED,
                "Answer number %d, from %s, first.".formatted(first.number(), first.from()));
    }

    private static void refuseUntil(LocalDate last) {
        throw new Refused(AwardRefusal.STANDSTILL_LASTS, "It lasts to the end of %s.".formatted(last));
    }
}

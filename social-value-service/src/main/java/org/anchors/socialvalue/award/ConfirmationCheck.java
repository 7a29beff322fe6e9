package org.anchors.socialvalue.award;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.edge.Findings;
import org.anchors.socialvalue.contract.Indicators;

/** The rules of a confirmation that contracts were entered into; finds every fault. */
final class ConfirmationCheck {

    private static final int MOST_YEARS_AHEAD = 10;

    private final Map<String, Signed.Winning> winning;
    private final Optional<LocalDate> lastDayOfWaiting;
    private final Findings found = new Findings();

    /**
     * Holds a confirmation against an award.
     *
     * @param lastDayOfWaiting the last day on which nothing could be signed, where there was one
     */
    ConfirmationCheck(List<Signed.Winning> winning, Optional<LocalDate> lastDayOfWaiting) {
        this.winning =
                winning.stream().collect(Collectors.toMap(one -> one.lot().key(), Function.identity()));
        this.lastDayOfWaiting = lastDayOfWaiting;
    }

    List<Fault> faults(ConfirmationBody sent, LocalDate today) {
        if (sent.signedOn() != null) {
            signed(sent.signedOn(), today);
            if (sent.startsOn() != null) {
                starts(sent.startsOn(), sent.signedOn());
            }
        }
        sent.valuesOrNone().forEach(this::value);
        sent.indicatorsOrNone().keySet().forEach(lot -> awarded(lot, "/indicators/" + lot));
        winning.forEach(
                (lot, one) -> Indicators.check(sent.indicatorsOf(lot), one.worth(sent), "/indicators/" + lot, found));
        return found.faults();
    }

    private void signed(LocalDate day, LocalDate today) {
        var decided = winning.values().stream()
                .map(one -> EssexDays.of(one.procurement().stage().since()))
                .findFirst()
                .orElse(day);
        if (day.isAfter(today)) {
            found.add("/signedOn", "in-the-future", day.toString(), "Confirm it when it is signed.");
        } else if (day.isBefore(decided)) {
            found.add("/signedOn", "before-the-award", day.toString(), "Send a day from %s on.".formatted(decided));
        } else {
            lastDayOfWaiting
                    .filter(last -> !day.isAfter(last))
                    .ifPresent(last -> found.add(
                            "/signedOn", "in-the-standstill", day.toString(), "Send a day after %s.".formatted(last)));
        }
    }

    private void starts(LocalDate day, LocalDate signed) {
        if (day.isBefore(signed) || day.isAfter(signed.plusYears(MOST_YEARS_AHEAD))) {
            found.add(
                    "/startsOn",
                    "out-of-range",
                    day.toString(),
                    "Send a day from signedOn to %d years after.".formatted(MOST_YEARS_AHEAD));
        }
    }

    private void awarded(String lot, String at) {
        if (!winning.containsKey(lot)) {
            found.add(at, "not-awarded", lot, "Leave it out: nobody won this lot.");
        }
    }

    private void value(String lot, ConfirmationBody.AgreedValue agreed) {
        awarded(lot, "/values/" + lot);
        if (agreed != null) {
            found.moneyAboveZero("/values/" + lot + "/value", agreed.value());
        }
    }
}

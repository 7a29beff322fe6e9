package org.anchors.socialvalue.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Findings;
import org.anchors.socialvalue.catalogue.Kind;
import org.anchors.socialvalue.contract.Contract;
import org.anchors.socialvalue.contract.Obligation;
import org.jspecify.annotations.Nullable;

/** The rules of a statement of what was delivered; finds every fault. */
final class DeliveryCheck {

    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    private final Contract contract;
    private final Map<Integer, Obligation> obligations;
    private final Earlier earlier;
    private final Findings found = new Findings();

    /** What was stated before. */
    interface Earlier {
        Optional<Delivery> find(int number);

        /** By obligation, the statement that says what was delivered of it in a part of the period already. */
        Map<Integer, Integer> statedIn(LocalDate from, LocalDate to, @Nullable Integer corrects);
    }

    DeliveryCheck(Contract contract, List<Obligation> obligations, Earlier earlier) {
        this.contract = contract;
        this.obligations = obligations.stream().collect(Collectors.toMap(Obligation::number, Function.identity()));
        this.earlier = earlier;
    }

    List<Fault> faultsOf(DeliveryBody sent, LocalDate today) {
        period(sent, today);
        var seen = new HashSet<Integer>();
        var stated = stated(sent);
        var lines = sent.lines() == null ? List.<DeliveryBody.Line>of() : sent.lines();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line != null && line.obligation() != null) {
                line(line, "/lines/" + i);
                var at = "/lines/" + i + "/obligation";
                if (!seen.add(line.obligation())) {
                    found.add(at, "repeated", shown(line), "State each obligation once.");
                } else if (stated.containsKey(line.obligation())) {
                    found.add(
                            at,
                            "stated-already",
                            shown(line),
                            "Statement %d says it of a part of this time: correct that one, or send another period."
                                    .formatted(stated.get(line.obligation())));
                }
            }
        }
        correction(sent);
        return found.faults();
    }

    private Map<Integer, Integer> stated(DeliveryBody sent) {
        return sent.from() == null || sent.to() == null
                ? Map.of()
                : earlier.statedIn(sent.from(), sent.to(), sent.corrects());
    }

    private void period(DeliveryBody sent, LocalDate today) {
        if (sent.from() == null || sent.to() == null) {
            return;
        }
        var starts = contract.term().startsOn();
        var ends = contract.term().startOf(contract.term().years() + 1);
        if (sent.from().isBefore(starts) || !sent.from().isBefore(ends)) {
            found.add(
                    "/from",
                    "not-in-the-term",
                    sent.from().toString(),
                    "Send a day from %s, before %s.".formatted(starts, ends));
        }
        if (sent.to().isBefore(sent.from())) {
            found.add("/to", "before-it-begins", sent.to().toString(), "Send a day from %s on.".formatted(sent.from()));
        } else if (!sent.to().isBefore(ends)) {
            found.add("/to", "not-in-the-term", sent.to().toString(), "Send a day before %s.".formatted(ends));
        } else if (sent.to().isAfter(today)) {
            found.add(
                    "/to",
                    "in-the-future",
                    sent.to().toString(),
                    "State what was delivered until today, %s.".formatted(today));
        } else if (!ReportingYear.of(sent.from()).equals(ReportingYear.of(sent.to()))) {
            found.add(
                    "/to",
                    "over-two-years",
                    sent.to().toString(),
                    "State the time until 31 March and that from 1 April on apart: they count for different years.");
        }
    }

    private void line(DeliveryBody.Line line, String at) {
        var obligation = obligations.get(line.obligation());
        if (obligation == null) {
            found.add(at + "/obligation", "unknown-obligation", shown(line), "Name one of the contract by its number.");
            return;
        }
        found.between(at + "/quantity", line.quantity(), BigDecimal.ZERO, MOST);
        var described = obligation.kind() == Kind.TEXT;
        if (described && line.quantity() != null) {
            found.add(at + "/quantity", "quantity-of-a-text", line.quantity().toPlainString(), "Describe it in text.");
        } else if (!described && line.quantity() == null) {
            found.add(at + "/quantity", "missing", null, "Say how much, in %s.".formatted(obligation.unit()));
        } else if (described && (line.text() == null || line.text().isBlank())) {
            found.add(at + "/text", "missing", null, "Say what was done: this obligation is not counted.");
        } else {
            worth(obligation, line.quantity(), at);
        }
    }

    /** A delivery is worth its share of what the obligation is; money is below 1e12 GBP everywhere. */
    private void worth(Obligation obligation, @Nullable BigDecimal quantity, String at) {
        var value = obligation.value();
        var owed = obligation.quantity();
        if (quantity == null || value == null || owed == null || owed.signum() == 0) {
            return;
        }
        if (quantity.multiply(value).compareTo(owed.multiply(Findings.MOST_MONEY)) >= 0) {
            found.add(
                    at + "/quantity",
                    "worth-out-of-range",
                    quantity.toPlainString(),
                    "State what is worth less than 1e12 GBP.");
        }
    }

    private void correction(DeliveryBody sent) {
        if (sent.corrects() == null) {
            if (sent.reason() != null) {
                found.add(
                        "/reason",
                        "reason-without-correction",
                        sent.reason(),
                        "Leave it out, or name what is corrected.");
            }
            return;
        }
        if (sent.reason() == null || sent.reason().isBlank()) {
            found.add("/reason", "missing", null, "Say why it is corrected.");
        }
        if (earlier.find(sent.corrects()).filter(DeliveryCheck::counts).isEmpty()) {
            found.add(
                    "/corrects",
                    "nothing-to-correct",
                    sent.corrects().toString(),
                    "Name an approved statement that is not corrected yet.");
        }
    }

    private static boolean counts(Delivery delivery) {
        return delivery.state() == Delivery.State.APPROVED && delivery.correctedBy() == null;
    }

    private static @Nullable String shown(DeliveryBody.Line line) {
        return String.valueOf(line.obligation());
    }
}

package org.anchors.socialvalue.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Reading;
import org.anchors.socialvalue.contract.Contract;
import org.anchors.socialvalue.contract.Contracts;
import org.anchors.socialvalue.contract.Obligation;
import org.anchors.socialvalue.evaluation.Canonical;
import org.jspecify.annotations.Nullable;

/** Records what a supplier is said to have delivered. It counts for nothing until it is approved. */
@ApplicationScoped
class Delivering {

    private final Contracts contracts;
    private final Deliveries deliveries;
    private final EarlierStatements earlier;
    private final Steps steps;

    Delivering(Contracts contracts, Deliveries deliveries, EarlierStatements earlier, Steps steps) {
        this.contracts = contracts;
        this.deliveries = deliveries;
        this.earlier = earlier;
        this.steps = steps;
    }

    Delivery record(Contract contract, Reading<DeliveryBody> body, DeliveryAccess.Person by) {
        deliveries.hold(contract.id());
        var owed = contracts.obligations(contract.id());
        var now = steps.now();
        var check = new DeliveryCheck(contract, owed, earlier.of(contract.id()));
        body.refuseIfFaulty(check.faultsOf(body.value(), EssexDays.of(now)));
        var sent = body.value();
        var delivery = new Delivery(
                deliveries.nextNumber(contract.id()),
                sent.from(),
                sent.to(),
                ReportingYear.of(sent.from()).toString(),
                sent.corrects(),
                null,
                sent.reason(),
                Delivery.State.RECORDED,
                null,
                null,
                null,
                Canonical.of(sent.evidence()),
                lines(sent, owed),
                now,
                by.name(),
                null,
                null);
        deliveries.add(contract.id(), delivery, by.subject());
        steps.note(
                "delivery-recorded",
                contract,
                Map.of(
                        "delivery",
                        delivery.number(),
                        "from",
                        delivery.from().toString(),
                        "to",
                        delivery.to().toString()));
        return delivery;
    }

    private static List<Delivery.Line> lines(DeliveryBody sent, List<Obligation> owed) {
        var byNumber = owed.stream().collect(Collectors.toMap(Obligation::number, Function.identity()));
        return sent.linesOrNone().stream()
                .map(line -> new Delivery.Line(
                        line.obligation(),
                        line.quantity(),
                        value(line.quantity(), byNumber.get(line.obligation())),
                        line.text()))
                .toList();
    }

    /** In proportion to what the whole obligation is worth, to the penny. */
    private static @Nullable BigDecimal value(@Nullable BigDecimal delivered, @Nullable Obligation obligation) {
        if (delivered == null || obligation == null || obligation.value() == null) {
            return null;
        }
        var owed = obligation.quantity();
        return owed == null || owed.signum() == 0
                ? null
                : obligation.value().multiply(delivered).divide(owed, 2, RoundingMode.HALF_UP);
    }
}

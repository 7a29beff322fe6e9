package org.anchors.socialvalue.opendata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.anchors.socialvalue.contract.Contract;
import org.anchors.socialvalue.procurement.Lot;
import org.jspecify.annotations.Nullable;

/** Writes the release of an award. */
final class Releases {

    private final Awarded awarded;
    private final Publishers publishers;
    private final Party buyer;
    private final Map<String, Party> suppliers = new LinkedHashMap<>();

    private Releases(Awarded awarded, Publishers publishers) {
        this.awarded = awarded;
        this.publishers = publishers;
        var key = awarded.procurement().buyer();
        this.buyer = Party.buyer(key, publishers.name(key));
        awarded.winners().map(Party::supplier).forEach(supplier -> suppliers.putIfAbsent(supplier.id(), supplier));
    }

    static Release of(Awarded awarded, Publishers publishers) {
        var procurement = awarded.procurement();
        var ocid = publishers.ocid(procurement.buyer(), procurement.id());
        var writer = new Releases(awarded, publishers);
        return new Release(
                ocid,
                "%s-%s".formatted(ocid, awarded.asOf()),
                awarded.asOf(),
                writer.tags(),
                "tender",
                "en",
                writer.buyer.reference(),
                Stream.concat(Stream.of(writer.buyer), writer.suppliers.values().stream())
                        .toList(),
                writer.tender(),
                new Release.Bids(
                        awarded.lots().stream().flatMap(Releases::statistics).toList()),
                awarded.decisions().stream().map(writer::award).toList(),
                awarded.contracts().stream().map(writer::agreement).toList());
    }

    private List<String> tags() {
        if (awarded.isCancelled()) {
            return List.of("tenderCancellation", "awardCancellation");
        }
        var tags = new ArrayList<>(List.of("tender", "award"));
        if (awarded.isContracted()) {
            tags.add("contract");
        }
        if (!awarded.delivered().isEmpty()) {
            tags.add("implementation");
        }
        return tags;
    }

    private Release.Tender tender() {
        var procurement = awarded.procurement();
        var lots = awarded.lots();
        var pursued = Sustainability.of(awarded, lots);
        return new Release.Tender(
                procurement.reference(),
                procurement.title(),
                status(awarded.isFruitless()),
                Money.pounds(value(lots)),
                Span.of(Objects.requireNonNull(procurement.publishedAt()), procurement.deadline()),
                AwardCriteria.code(
                        lots.stream().map(of -> of.lot().methodology().methodology())),
                !pursued.isEmpty(),
                pursued,
                lots.stream().map(this::lot).toList());
    }

    private Release.Lot lot(Awarded.OfLot of) {
        var pursued = Sustainability.of(awarded, List.of(of));
        var won = awarded.decisions().stream()
                .anyMatch(decision -> decision.lot().equals(of.lot().key()) && decision.winner() != null);
        return new Release.Lot(
                of.lot().key(),
                of.lot().title(),
                status(!won),
                Money.pounds(value(of.lot())),
                AwardCriteria.of(of.lot().methodology().methodology()),
                !pursued.isEmpty(),
                pursued);
    }

    private String status(boolean fruitless) {
        if (awarded.isCancelled()) {
            return "cancelled";
        }
        return fruitless ? "unsuccessful" : "complete";
    }

    private static BigDecimal value(List<Awarded.OfLot> lots) {
        return lots.stream().map(Awarded.OfLot::lot).map(Releases::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(Lot lot) {
        return lot.methodology().methodology().terms().contractValue();
    }

    private static Stream<Release.Statistic> statistics(Awarded.OfLot of) {
        return Stream.of(statistic(of, "bids", of.bids()), statistic(of, "validBids", of.valid()));
    }

    private static Release.Statistic statistic(Awarded.OfLot of, String measure, int count) {
        var lot = of.lot().key();
        return new Release.Statistic("%s-%s".formatted(lot, measure), measure, BigDecimal.valueOf(count), lot);
    }

    private Release.Award award(Awarded.Decision decision) {
        var winner = decision.winner();
        var title = awarded.lots().stream()
                .filter(of -> of.lot().key().equals(decision.lot()))
                .map(of -> of.lot().title())
                .findFirst()
                .orElseThrow();
        return new Release.Award(
                decision.lot(),
                title,
                winner == null ? "unsuccessful" : standing(),
                decision.at(),
                winner == null || winner.price() == null ? null : Money.pounds(winner.price()),
                winner == null ? List.of() : List.of(named(winner)),
                List.of(decision.lot()));
    }

    /** By the name that it won its first lot under, where it won several. */
    private Party.Reference named(Awarded.Winner winner) {
        return Objects.requireNonNull(suppliers.get(winner.supplierId())).reference();
    }

    /** An award that no contract has come of yet may still be challenged. */
    private String standing() {
        if (awarded.isCancelled()) {
            return "cancelled";
        }
        return awarded.isContracted() ? "active" : "pending";
    }

    private Release.Agreement agreement(Contract contract) {
        var term = contract.term();
        return new Release.Agreement(
                contract.key(),
                contract.lot(),
                contract.title(),
                "active",
                Span.ofDays(term.startsOn(), term.startOf(term.years() + 1).minusDays(1)),
                Money.pounds(contract.value()),
                Span.beginning(term.signedOn()),
                Metric.agreed(contract, awarded.owedUnder(contract)),
                documents(contract),
                implementation(contract));
    }

    private List<Release.Document> documents(Contract contract) {
        var published = awarded.indicators().get(contract.id());
        var address = "%s/api/social-value/v1/contracts/%s/indicators".formatted(publishers.address(), contract.id());
        return published == null
                ? List.of()
                : List.of(new Release.Document("indicators", "Indicators and newest ratings", address, published));
    }

    private Release.@Nullable Implementation implementation(Contract contract) {
        var delivered =
                awarded.delivered().stream().filter(one -> one.contract().equals(contract.id()));
        var metrics = Metric.delivered(awarded.owedUnder(contract), delivered);
        return metrics.isEmpty() ? null : new Release.Implementation(metrics);
    }
}

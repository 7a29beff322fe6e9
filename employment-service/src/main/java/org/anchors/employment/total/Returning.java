package org.anchors.employment.total;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchors.contracts.event.OutcomeTotalsChanged;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.outbox.Outbox;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Takes a return: checks it, keeps it as the newest revision, announces its totals and notes who gave it. */
@ApplicationScoped
class Returning {

    private final Returns returns;
    private final ProgrammeAccess programmes;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    Returning(Returns returns, ProgrammeAccess programmes, Outbox outbox, Audit audit, Clock clock) {
        this.returns = returns;
        this.programmes = programmes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    List<Returns.Returned> take(Reading<OutcomeReturn> body) {
        body.refuseIfFaulty(ReturnCheck.faultsOf(body.value()));
        var sent = body.value();
        var programme = programmes.ownLocked(sent.programme());
        var year = ReturnCheck.year(sent.period());
        if (returns.isCounted(programme.key(), year)) {
            throw new Refused(
                    TotalRefusal.PROGRAMME_HAS_RECORDS,
                    "%s records what happened to its participants; its totals of that year are counted from that."
                            .formatted(programme.key()));
        }
        var standing = returns.standing(programme.key(), year);
        body.refuseIfFaulty(ReturnCheck.faultsBeside(standing, sent.period()));
        var revision =
                standing.stream().mapToInt(Returns.Returned::revision).max().orElse(0) + 1;
        var said = said(sent, year, revision, standing, clock.instant().truncatedTo(ChronoUnit.MICROS));
        returns.add(said);
        var everyone = said.getFirst().totals();
        outbox.addAll(said.stream()
                .map(one -> event(one.seenAmong(everyone), programme))
                .toList());
        audit.record(
                "outcomes-returned",
                "returns/" + said.getFirst().id(),
                Map.of("programme", programme.key(), "revision", revision));
        return said;
    }

    /** A group that an earlier return told of and this one does not is not known any more, which has to be told too. */
    private static List<Returns.Returned> said(
            OutcomeReturn sent, int year, int revision, List<Returns.Returned> standing, Instant at) {
        var id = UUID.randomUUID();
        var said = new ArrayList<Returns.Returned>();
        said.add(one(id, sent, year, "", sent.totals().counts(), revision, at));
        if (sent.groups() != null) {
            sent.groups()
                    .forEach(of ->
                            said.add(one(id, sent, year, of.group(), of.totals().counts(), revision, at)));
        }
        standing.stream()
                .map(Returns.Returned::group)
                .filter(group -> said.stream().noneMatch(one -> one.group().equals(group)))
                .toList()
                .forEach(group ->
                        said.add(one(id, sent, year, group, new Returns.Counts(null, null, null, null), revision, at)));
        return said;
    }

    private static Returns.Returned one(
            UUID id, OutcomeReturn sent, int year, String group, Returns.Counts counts, int revision, Instant at) {
        return new Returns.Returned(
                id, sent.programme(), year, sent.period(), sent.quality(), group, counts, revision, at);
    }

    private static OutcomeTotalsChanged event(Returns.Returned one, ProgrammeAccess.Known programme) {
        var counts = one.totals();
        return new OutcomeTotalsChanged(
                programme.key(),
                programme.name(),
                programme.provider(),
                null,
                year(one.year()),
                one.period(),
                one.group().isEmpty() ? null : one.group(),
                OutcomeTotalsChanged.Basis.RETURN,
                one.quality(),
                new OutcomeTotalsChanged.Totals(
                        counts.participants(), counts.jobOffers(), counts.inWork(), counts.sustained()),
                one.revision(),
                one.returnedAt());
    }

    private static @Nullable String year(int start) {
        return start == 0 ? null : new ReportingYear(start).toString();
    }
}

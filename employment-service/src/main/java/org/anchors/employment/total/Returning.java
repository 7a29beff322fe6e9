package org.anchors.employment.total;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.refusal.Refused;

/** Takes a return, or withdraws one: checks it and adds what is said of the year to what was said before. */
@ApplicationScoped
class Returning {

    private final Returns returns;
    private final Revisions revisions;
    private final ProgrammeAccess programmes;
    private final Clock clock;

    Returning(Returns returns, Revisions revisions, ProgrammeAccess programmes, Clock clock) {
        this.returns = returns;
        this.revisions = revisions;
        this.programmes = programmes;
        this.clock = clock;
    }

    List<Returned> take(Reading<OutcomeReturn> body) {
        body.refuseIfFaulty(ReturnCheck.faultsOf(body.value(), EssexDays.of(clock.instant())));
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
        var said =
                said(sent, year, newest(standing) + 1, standing, clock.instant().truncatedTo(ChronoUnit.MICROS));
        revisions.add("outcomes-returned", programme, said);
        return said;
    }

    /** Withdraws what was returned last of a programme and year; nothing holds of it then until the next return. */
    List<Returned> withdraw(UUID id) {
        var withdrawn = returns.of(id).stream()
                .filter(one -> programmes.isOwn(one.programme()))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("The return " + id));
        var programme = programmes.ownLocked(withdrawn.programme());
        var standing = returns.standing(withdrawn.programme(), withdrawn.year());
        if (withdrawn.withdrawn() || withdrawn.revision() < newest(standing)) {
            throw new Refused(TotalRefusal.RETURN_SUPERSEDED, "Withdraw what was returned last, if anything is to be.");
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var said = withdrawal(standing, UUID.randomUUID(), at);
        revisions.add("return-withdrawn", programme, said);
        return said;
    }

    private static int newest(List<Returned> standing) {
        return standing.stream().mapToInt(Returned::revision).max().orElse(0);
    }

    private static List<Returned> withdrawal(List<Returned> standing, UUID id, Instant at) {
        return standing.stream()
                .map(one -> new Returned(
                        id,
                        one.programme(),
                        one.year(),
                        one.period(),
                        one.quality(),
                        one.group(),
                        Counts.UNKNOWN,
                        one.revision() + 1,
                        at,
                        true))
                .toList();
    }

    /** A group that an earlier return told of and this one does not is not known any more, which has to be told too. */
    private static List<Returned> said(
            OutcomeReturn sent, int year, int revision, List<Returned> standing, Instant at) {
        var id = UUID.randomUUID();
        var said = new ArrayList<Returned>();
        said.add(one(id, sent, year, "", sent.totals().counts(), revision, at));
        if (sent.groups() != null) {
            sent.groups()
                    .forEach(of ->
                            said.add(one(id, sent, year, of.group(), of.totals().counts(), revision, at)));
        }
        standing.stream()
                .map(Returned::group)
                .filter(group -> said.stream().noneMatch(one -> one.group().equals(group)))
                .toList()
                .forEach(group -> said.add(one(id, sent, year, group, Counts.UNKNOWN, revision, at)));
        return said;
    }

    private static Returned one(
            UUID id, OutcomeReturn sent, int year, String group, Counts counts, int revision, Instant at) {
        return new Returned(
                id, sent.programme(), year, sent.period(), sent.quality(), group, counts, revision, at, false);
    }
}

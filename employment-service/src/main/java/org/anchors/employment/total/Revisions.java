package org.anchors.employment.total;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.anchors.contracts.event.OutcomeTotalsChanged;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Keeps what is said of a programme and year as the newest revision, announces its totals and notes who said it. */
@ApplicationScoped
class Revisions {

    private final Returns returns;
    private final Outbox outbox;
    private final Audit audit;

    Revisions(Returns returns, Outbox outbox, Audit audit) {
        this.returns = returns;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Adds a revision.
     *
     * @param said of everyone first, and of each group of which anything was ever said
     */
    void add(String deed, ProgrammeAccess.Known programme, List<Returned> said) {
        returns.add(said);
        var everyone = said.getFirst();
        outbox.addAll(said.stream()
                .map(one -> event(one.seenAmong(everyone.totals()), programme))
                .toList());
        audit.record(
                deed,
                "returns/" + everyone.id(),
                Map.of("programme", programme.key(), "revision", everyone.revision()));
    }

    private static OutcomeTotalsChanged event(Returned one, ProgrammeAccess.Known programme) {
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

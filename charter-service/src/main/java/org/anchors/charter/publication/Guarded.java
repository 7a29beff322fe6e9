package org.anchors.charter.publication;

import java.util.List;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.PublishableReports.Publishable;
import org.anchors.charter.disclosure.Claim;
import org.anchors.charter.disclosure.DifferencingGuard;
import org.anchors.charter.disclosure.Finding;
import org.anchors.charter.disclosure.Finding.Undecided;
import org.anchors.charter.disclosure.Knowledge;
import org.anchors.charter.disclosure.WayIn;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.disclosure.Policy;
import org.anchors.kit.refusal.Refused;

/** Refuses what the differencing guard cannot show to be safe: every figure at once, each with the way in. */
record Guarded(int number, Policy policy) {

    /** More counts than this are not held against one another. */
    static final long MOST_COUNTS = 1_000_000;

    /** More than this many faults help nobody; the narrowest come first. */
    private static final int MOST_LISTED = 200;

    /** What a report says that was not published before; what was says nothing new. */
    List<Claim> newClaims(PublishedClaims published, ReportingYear year, Publishable report) {
        var claims = published.notYetMade(report.claims());
        if (!claims.isEmpty()) {
            var tied = new TiedMeasures(published.measures(year), claims, report.rules()).all();
            if (published.countsAbout(year, tied) + PublishedClaims.counts(claims) > MOST_COUNTS) {
                refuse(new Finding(List.of(), List.of(undecided(claims))));
            }
            search(
                    Stream.concat(published.about(year, tied).stream(), claims.stream())
                            .toList(),
                    report);
        }
        return claims;
    }

    private void search(List<Claim> all, Publishable report) {
        var finding = new DifferencingGuard(Publication.name(number), policy)
                .search(new Knowledge(all, report.rules().apply(all), report.open()));
        if (!finding.isSafe()) {
            refuse(finding);
        }
    }

    private static Undecided undecided(List<Claim> claims) {
        return new Undecided(claims.stream().map(Claim::cell).distinct().toList(), Finding.Reason.TOO_MUCH_PUBLISHED);
    }

    private void refuse(Finding finding) {
        throw new Refused(
                PublicationRefusal.DISCLOSURE_POSSIBLE,
                "Nothing was published. With what was published before, publication %d would let %d suppressed counts be"
                                .formatted(number, finding.waysIn().size())
                        + " bounded to fewer than %d possible values; %d groups of figures cannot be shown to be safe."
                                .formatted(
                                        DifferencingGuard.FEWEST_POSSIBLE,
                                        finding.undecided().size()),
                faults(finding));
    }

    private static List<Fault> faults(Finding finding) {
        return Stream.concat(
                        finding.waysIn().stream().map(Guarded::fault),
                        finding.undecided().stream().map(Guarded::fault))
                .limit(MOST_LISTED)
                .toList();
    }

    private static Fault fault(WayIn way) {
        return new Fault(
                "/withheld",
                "differencing",
                "%s: %s".formatted(way.left(), way.cell()),
                "Withhold a figure that it follows from, or its change, or publish with other filters: %s."
                        .formatted(way));
    }

    private static Fault fault(Undecided undecided) {
        return new Fault(
                "/withheld",
                "cannot-be-shown-to-be-safe",
                String.join("; ", undecided.cells()),
                "Withhold these figures, or publish with filters that were published before: %s."
                        .formatted(undecided.reason().why()));
    }
}

package org.anchors.charter.consolidated;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchors.kit.calendar.ReportingYear;

/** What figures are made of: the running sums for the plain report, sums over fewer organisations or an earlier state otherwise. */
@ApplicationScoped
class ProjectedSums {

    private final Totals totals;
    private final Tallies tallies;
    private final Distincts distincts;
    private final Evidence evidence;
    private final Contributions contributions;

    ProjectedSums(Totals totals, Tallies tallies, Distincts distincts, Evidence evidence, Contributions contributions) {
        this.totals = totals;
        this.tallies = tallies;
        this.distincts = distincts;
        this.evidence = evidence;
        this.contributions = contributions;
    }

    Sums of(ReportingYear year, List<String> expected, Question question) {
        var knownOn = question.knownOn();
        return question.isPlain()
                ? new Sums(
                        totals.ofAll(year),
                        tallies.ofAll(year),
                        distincts.ofAll(year),
                        contributions.notPooled(year, null, null))
                : new Sums(
                        totals.of(expected, year, knownOn),
                        tallies.of(expected, year, knownOn),
                        distincts.of(expected, year, knownOn),
                        contributions.notPooled(year, expected, knownOn));
    }

    List<Evidence.Count> evidence(ReportingYear year, List<String> expected, Question question) {
        return question.isPlain() ? evidence.ofAll(year) : evidence.of(expected, year, question.knownOn());
    }
}

package org.anchors.charter.consolidated;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

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

    /** Of some organisations, or of everyone. */
    Sums of(ReportingYear year, @Nullable List<String> organisations, Question question) {
        var knownOn = question.knownOn();
        return question.isPlain()
                ? new Sums(
                        totals.ofAll(year),
                        tallies.ofAll(year),
                        distincts.ofAll(year),
                        contributions.notPooled(year, null, null))
                : new Sums(
                        totals.of(organisations, year, knownOn),
                        tallies.of(organisations, year, knownOn),
                        distincts.of(organisations, year, knownOn),
                        contributions.notPooled(year, organisations, knownOn));
    }

    List<Evidence.Count> evidence(ReportingYear year, @Nullable List<String> organisations, Question question) {
        return question.isPlain() ? evidence.ofAll(year) : evidence.of(organisations, year, question.knownOn());
    }
}

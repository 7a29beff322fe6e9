package org.anchors.charter.impact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import org.anchors.charter.charter.Signatories;
import org.anchors.charter.consolidated.Shown;
import org.anchors.charter.report.Narratives;
import org.anchors.charter.report.Pillar;
import org.jspecify.annotations.Nullable;

/** Adds to a consolidated report what partners wrote, as known on the instant of the report, and what its keys stand for. */
@ApplicationScoped
class ImpactReports {

    private final Narratives narratives;
    private final Signatories signatories;
    private final Vocabulary vocabulary;

    ImpactReports(Narratives narratives, Signatories signatories, Vocabulary vocabulary) {
        this.narratives = narratives;
        this.signatories = signatories;
        this.vocabulary = vocabulary;
    }

    @Transactional
    ImpactReport of(Shown shown) {
        var report = shown.report();
        var organisations = signatories.described(shown.filter(), report.asKnownOn());
        var pillar = pillar(shown.pillar());
        var told = shown.published()
                ? narratives.toldAccepted(report.year(), organisations, pillar, report.asKnownOn())
                : narratives.told(report.year(), organisations, pillar, report.asKnownOn());
        return new ImpactReport(
                shown,
                vocabulary.organisations(report, told.stories()),
                vocabulary.promises(report),
                vocabulary.indicators(report),
                told);
    }

    private static @Nullable Pillar pillar(@Nullable String code) {
        return Arrays.stream(Pillar.values())
                .filter(pillar -> pillar.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}

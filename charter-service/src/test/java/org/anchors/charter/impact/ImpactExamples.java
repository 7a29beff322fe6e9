package org.anchors.charter.impact;

import static org.anchors.charter.consolidated.ConsolidatedExamples.share;
import static org.anchors.charter.consolidated.ConsolidatedExamples.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.anchors.charter.consolidated.ConsolidatedExamples;
import org.anchors.charter.consolidated.ConsolidatedFigure;
import org.anchors.charter.consolidated.ConsolidatedReport;
import org.anchors.charter.consolidated.Part;
import org.anchors.charter.report.Narratives;
import org.anchors.charter.report.Narratives.Story;
import org.anchors.charter.report.Pillar;
import org.jspecify.annotations.Nullable;

/** Impact reports that tests begin with; all figures and stories are invented. */
final class ImpactExamples {

    static final String HOSTILE = "<script>alert(1)</script> ]]> &amp; <b>bold</b> \" ' \u0001\uFFFE\uD83D";
    static final String RIGHT_TO_LEFT = "\u202E\u05E9\u05DC\u05D5\u05DD 123 (abc) \u0645\u0631\u062D\u0628\u0627";
    static final String NOT_IN_THE_FONT = "Emoji \uD83E\uDD73\uD83C\uDFFD, \u4F60\u597D, \uE000";

    private static final Map<String, String> NAMES =
            Map.of("fire", "County fire service", "police", "@Police", "mseft", "A hospital", "southend", "Southend");

    private ImpactExamples() {}

    /** A year with a figure of every kind and a few stories. */
    static ImpactReport small() {
        return of(
                ConsolidatedExamples.report().figures(),
                List.of(
                        story(Pillar.EMPLOYMENT, null, "We ran a job fair.\n\nIt was full.\nTwice."),
                        story(Pillar.SUSTAINABILITY, "=Bikes for all", "Staff cycle to work.")));
    }

    /** What an unkind partner could send. */
    static ImpactReport hostile() {
        return of(
                List.of(
                        sum("EMP-01", null, "employment", HOSTILE + " " + "W".repeat(300), 1),
                        share("EMP-02", "employment", RIGHT_TO_LEFT)),
                List.of(
                        story(Pillar.EMPLOYMENT, null, HOSTILE),
                        story(Pillar.EMPLOYMENT, null, "x".repeat(3_000)),
                        story(Pillar.EMPLOYMENT, null, "line\n".repeat(600)),
                        story(Pillar.EMPLOYMENT, null, RIGHT_TO_LEFT + "\n\nEnglish follows."),
                        story(Pillar.EMPLOYMENT, NOT_IN_THE_FONT, NOT_IN_THE_FONT + "\u200B\u00AD\u2028\u0085"),
                        story(Pillar.SUSTAINABILITY, "t".repeat(300), "]]>".repeat(500))));
    }

    /** As much as a year of 22 reports can hold: 45 indicators and groups, and texts up to the limits. */
    static ImpactReport full() {
        var figures = new ArrayList<ConsolidatedFigure>();
        var stories = new ArrayList<Story>();
        var text = "The partnership offered work to people who had been out of it for long, and most stayed. "
                .repeat(40)
                .substring(0, Narratives.LONGEST);
        for (var pillar : Pillar.values()) {
            IntStream.range(1, 16)
                    .forEach(number -> figures.add(share(
                            "%s-%02d".formatted(pillar.code(), number),
                            pillar.code(),
                            "A share with a name of usual length " + number)));
            IntStream.range(0, Narratives.MOST_IN_ALL / 10).forEach(partner -> {
                stories.add(story(pillar, null, text));
                stories.add(story(pillar, "What partner %d learned".formatted(partner), text));
            });
        }
        return of(figures, stories);
    }

    /** The heaviest that the limits let through: every text full of what the font lacks, of breaks and of long words. */
    static ImpactReport heavy() {
        var text = ("\u4F60\u597D\n" + "W".repeat(200) + " \u05E9\u05DC\u05D5\u05DD ")
                .repeat(12)
                .substring(0, Narratives.LONGEST);
        return of(
                full().consolidated().figures(),
                IntStream.range(0, Narratives.MOST_IN_ALL)
                        .mapToObj(number -> story(Pillar.EMPLOYMENT, "t".repeat(300), text))
                        .toList());
    }

    static ImpactReport of(List<ConsolidatedFigure> figures, List<Story> stories) {
        return of(ConsolidatedExamples.report(figures), stories);
    }

    static ImpactReport of(ConsolidatedReport report, List<Story> stories) {
        return new ImpactReport(
                ConsolidatedExamples.shown(report, Part.FIGURES),
                NAMES,
                Map.of("2024-27 E5", "Recruit from the most deprived areas"),
                Map.of("EMP-10", "Jobs through contracts"),
                new Narratives.Told(stories, 3));
    }

    private static Story story(Pillar pillar, @Nullable String title, String text) {
        return new Story("mseft", "mseft-2024-25", 1, pillar, title, text, true);
    }
}

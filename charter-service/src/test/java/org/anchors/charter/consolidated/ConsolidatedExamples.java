package org.anchors.charter.consolidated;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anchors.charter.charter.Signatories;
import org.anchors.charter.consolidated.ConsolidatedFigure.Answer;
import org.anchors.charter.consolidated.ConsolidatedFigure.Apart;
import org.anchors.charter.consolidated.ConsolidatedFigure.Change;
import org.anchors.charter.consolidated.ConsolidatedFigure.Coverage;
import org.anchors.charter.consolidated.ConsolidatedFigure.NotPooled;
import org.anchors.charter.consolidated.ConsolidatedFigure.Range;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.charter.section.Employment;
import org.anchors.charter.section.Employment.Group;
import org.anchors.charter.section.Employment.Programme;
import org.anchors.charter.section.Employment.Total;
import org.anchors.charter.section.Employment.Totals;
import org.anchors.charter.section.SocialValue;
import org.anchors.charter.section.SocialValue.Amounts;
import org.anchors.contracts.event.OutcomeTotalsChanged.Basis;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/** Consolidated reports that tests of their forms begin with; all figures are invented. */
public final class ConsolidatedExamples {

    public static final Instant KNOWN_ON = Instant.parse("2025-11-01T09:00:00Z");

    private ConsolidatedExamples() {}

    public static Shown shown(ConsolidatedReport report, Part part) {
        return new Shown(report, null, Signatories.Filter.NONE, part, false);
    }

    /** A year with a figure of every kind. */
    public static ConsolidatedReport report() {
        return report(List.of(
                share("EMP-03", "employment", "Workforce from the most deprived areas"),
                sum("EMP-05.care-leaver", "care-leaver", "employment", "New starters by target group", 12),
                sum("SUS-01", null, "sustainability", "Scope 1 and 2 emissions", -18_250),
                between("PRO-07", "procurement", "Local suppliers"),
                level("LDP-05.employment", "leadership-partnership", "Maturity")));
    }

    /** The same under a policy, with a figure of which everything is kept back. */
    public static ConsolidatedReport seenThroughHes() {
        var kept = share("EMP-03", "employment", "Workforce from the most deprived areas")
                .controlled(List.of("change.previous", "denominator", "distribution", "numerator", "value"));
        return report(List.of(kept), "HES/1", employment().seenThrough(Policy.HES));
    }

    public static ConsolidatedReport report(List<ConsolidatedFigure> figures) {
        return report(figures, "NONE", employment());
    }

    private static ConsolidatedReport report(List<ConsolidatedFigure> figures, String policy, Employment employment) {
        return new ConsolidatedReport(
                new ReportingYear(2024),
                KNOWN_ON,
                new Watermark.UpTo(
                        UUID.fromString("00000000-0000-4000-8000-000000000001"),
                        "mseft-2024-25",
                        2,
                        Instant.parse("2025-10-30T08:00:00Z")),
                policy,
                "2024.1",
                new Completeness(22, 1, 20, 19, 1, 0, 18, List.of("fire", "police"), null),
                List.of(new Commitments.Evidenced(
                        "2024-27", "E5", "employment", true, List.of("EMP-03", "EMP-05"), 14, 9, 22)),
                figures,
                List.of(new ConsolidatedReport.NotConsolidated("EMP-10", Aggregation.DERIVED)),
                socialValue(),
                employment);
    }

    private static SocialValue socialValue() {
        return new SocialValue(
                UUID.fromString("00000000-0000-4000-8000-000000000002"),
                KNOWN_ON,
                3,
                1,
                new BigDecimal("2500000.00"),
                "GBP",
                null,
                null,
                null,
                List.of(
                        new Amounts("2024", new BigDecimal("200000.50"), new BigDecimal("80000.00"), BigDecimal.ONE),
                        new Amounts("=2025", BigDecimal.TEN, BigDecimal.TWO, BigDecimal.ONE)),
                "They are not added up.");
    }

    private static Employment employment() {
        var total = new Total(33L, 1, 2, true, null, null);
        var none = new Total(null, 0, 2, false, null, null);
        return new Employment(
                UUID.fromString("00000000-0000-4000-8000-000000000003"),
                KNOWN_ON,
                List.of(new Programme(
                        "academy",
                        "Academy",
                        "mse-icb",
                        Basis.RECORDS,
                        Quality.LOWER_BOUND,
                        107L,
                        40L,
                        null,
                        33L,
                        null)),
                new Totals(total, none, total, none, total),
                List.of(new Group("care-leaver", new Totals(none, none, none, none, none))),
                List.of(new Programme(
                        "other", "@Other", "ecc", Basis.RETURN, Quality.EXACT, 5L, null, null, null, null)));
    }

    public static ConsolidatedFigure share(String id, String pillar, String name) {
        return new ConsolidatedFigure(
                id,
                id,
                null,
                pillar,
                name,
                "%",
                Aggregation.RATIO_OF_SUMS,
                new BigDecimal("9100"),
                new BigDecimal("31000"),
                new BigDecimal("29.35"),
                new Coverage(14, 22, new BigDecimal("0.81")),
                new Change(
                        new BigDecimal("30.55"),
                        new BigDecimal("-1.20"),
                        "percentage-points",
                        12,
                        new Apart(2, new BigDecimal("21.5")),
                        new Apart(0, null)),
                path(id),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** A count of people that a disclosure policy keeps back, with its change. */
    public static ConsolidatedFigure keptBack(String id) {
        return figure(id, null, "employment", "Job offers", Aggregation.SUM, null, null, null)
                .controlled(List.of("change", "value"));
    }

    public static ConsolidatedFigure sum(String id, @Nullable String group, String pillar, String name, long value) {
        return figure(id, group, pillar, name, Aggregation.SUM, BigDecimal.valueOf(value), null, null);
    }

    private static ConsolidatedFigure between(String id, String pillar, String name) {
        return figure(
                id,
                null,
                pillar,
                name,
                Aggregation.COUNT_DISTINCT,
                null,
                new Range(BigDecimal.TWO, BigDecimal.TEN),
                null);
    }

    private static ConsolidatedFigure level(String id, String pillar, String name) {
        return figure(
                id,
                "employment",
                pillar,
                name,
                Aggregation.LATEST,
                BigDecimal.TWO,
                null,
                List.of(new Answer("1", 2), new Answer("2", 5)));
    }

    private static ConsolidatedFigure figure(
            String id,
            @Nullable String group,
            String pillar,
            String name,
            Aggregation aggregation,
            @Nullable BigDecimal value,
            @Nullable Range range,
            @Nullable List<Answer> answers) {
        return new ConsolidatedFigure(
                id,
                id.substring(0, 6),
                group,
                pillar,
                name,
                "persons",
                aggregation,
                null,
                null,
                value,
                new Coverage(7, 22, null),
                null,
                path(id),
                range,
                answers,
                answers == null ? null : new Range(BigDecimal.TWO, BigDecimal.TWO),
                List.of(new NotPooled("southend", "measured in another way")),
                group == null ? null : "Groups overlap: do not add them up.",
                null);
    }

    private static String path(String id) {
        return "/api/charter/v1/consolidated/2024-25/figures/%s/provenance?asKnownOn=2025-11-01T09%%3A00%%3A00Z"
                .formatted(id);
    }
}

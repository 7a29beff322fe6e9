package org.anchors.employment.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.anchors.employment.snapshot.OutcomesView.ConversionView;
import org.anchors.employment.snapshot.OutcomesView.MaturedView;
import org.anchors.employment.snapshot.OutcomesView.SliceView;
import org.anchors.employment.snapshot.OutcomesView.StageView;
import org.anchors.kit.disclosure.Count;
import org.anchors.kit.table.Cell;
import org.anchors.kit.table.Sheet;
import org.jspecify.annotations.Nullable;

/** Outcomes as tables: what they are about, and the figures, a row for each slice. */
final class OutcomeSheets {

    static final String FIGURES = "outcomes";

    private OutcomeSheets() {}

    static List<Sheet> all(OutcomesView outcomes) {
        return List.of(
                figures(outcomes),
                conversions(outcomes),
                curve(outcomes),
                returns(outcomes),
                returnConversions(outcomes),
                about(outcomes));
    }

    /** The funnel and the matured cohort, for everybody and for each slice. */
    private static Sheet figures(OutcomesView outcomes) {
        var columns = new ArrayList<>(List.of("by", "key", "name", "signatory"));
        Arrays.stream(Figure.Stage.values())
                .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                .forEach(columns::add);
        columns.addAll(List.of(
                "matured", "matured_sustained", "matured_ended", "matured_not_known", "percent", "low", "high"));
        var rows = new ArrayList<List<@Nullable Cell>>();
        rows.add(row("everybody", null, outcomes.funnel(), outcomes.matured()));
        for (var breakdown : outcomes.breakdowns()) {
            for (var slice : breakdown.slices()) {
                rows.add(row(breakdown.by(), slice, slice.funnel(), slice.matured()));
            }
        }
        return new Sheet(FIGURES, columns, rows);
    }

    private static List<@Nullable Cell> row(
            String by, @Nullable SliceView slice, List<StageView> funnel, MaturedView matured) {
        var cells = new ArrayList<@Nullable Cell>();
        cells.add(Sheet.text(by));
        cells.add(Sheet.text(slice == null ? null : slice.key()));
        cells.add(Sheet.text(slice == null ? null : slice.name()));
        cells.add(Sheet.text(slice == null || slice.signatory() == null ? null : yesOrNo(slice.signatory())));
        funnel.forEach(stage -> cells.add(count(stage.people())));
        Stream.of(matured.people(), matured.sustained(), matured.ended(), matured.notKnown())
                .map(OutcomeSheets::count)
                .forEach(cells::add);
        Stream.of(matured.percent(), matured.low(), matured.high())
                .forEach(percent -> cells.add(Sheet.number(percent)));
        return cells;
    }

    private static Sheet conversions(OutcomesView outcomes) {
        var rows = new ArrayList<List<@Nullable Cell>>();
        List<@Nullable Cell> everybody = Arrays.asList(Sheet.text("everybody"), Sheet.text(null));
        outcomes.conversions().forEach(conversion -> rows.add(conversion(everybody, conversion)));
        for (var breakdown : outcomes.breakdowns()) {
            for (var slice : breakdown.slices()) {
                List<@Nullable Cell> of = Arrays.asList(Sheet.text(breakdown.by()), Sheet.text(slice.key()));
                slice.conversions().forEach(conversion -> rows.add(conversion(of, conversion)));
            }
        }
        return new Sheet("conversions", conversionColumns("by", "key"), rows);
    }

    private static List<String> conversionColumns(String... of) {
        return Stream.concat(Stream.of(of), Stream.of("from", "to", "part", "whole", "percent", "low", "high"))
                .toList();
    }

    private static List<@Nullable Cell> conversion(List<@Nullable Cell> of, ConversionView conversion) {
        var cells = new ArrayList<@Nullable Cell>(of);
        cells.add(Sheet.text(conversion.from().name()));
        cells.add(Sheet.text(conversion.to().name()));
        cells.add(count(conversion.part()));
        cells.add(count(conversion.whole()));
        cells.add(Sheet.number(conversion.percent()));
        cells.add(Sheet.number(conversion.low()));
        cells.add(Sheet.number(conversion.high()));
        return cells;
    }

    /** The steps of the curve; under a policy that protects there are none, and its value stands on the sheet about. */
    private static Sheet curve(OutcomesView outcomes) {
        var steps = outcomes.kaplanMeier().steps();
        var rows = new ArrayList<List<@Nullable Cell>>();
        if (steps != null) {
            steps.forEach(step -> rows.add(Arrays.asList(
                    Sheet.number(step.day()),
                    Sheet.number(step.atRisk()),
                    Sheet.number(step.left()),
                    Sheet.number(step.share()),
                    Sheet.number(step.error()))));
        }
        return new Sheet("curve", List.of("day", "at_risk", "left", "share", "standard_error"), rows);
    }

    private static Sheet returns(OutcomesView outcomes) {
        var rows = new ArrayList<List<@Nullable Cell>>();
        outcomes.returns()
                .forEach(one -> rows.add(Arrays.asList(
                        Sheet.text(one.programme()),
                        Sheet.text(one.basis().name()),
                        Sheet.text(one.period()),
                        Sheet.text(one.quality()),
                        number(one.participants()),
                        number(one.jobOffers()),
                        number(one.inWork()),
                        number(one.sustained()),
                        Sheet.text(one.suppressed() ? Count.MARK : null))));
        return new Sheet(
                "returns",
                List.of(
                        "programme",
                        "basis",
                        "period",
                        "quality",
                        "participants",
                        "job_offers",
                        "in_work",
                        "sustained",
                        "suppressed"),
                rows);
    }

    /** What share of the totals of each return reached another stage. */
    private static Sheet returnConversions(OutcomesView outcomes) {
        var rows = new ArrayList<List<@Nullable Cell>>();
        for (var one : outcomes.returns()) {
            List<@Nullable Cell> of = Arrays.asList(
                    Sheet.text(one.programme()), Sheet.text(one.basis().name()), Sheet.text(one.period()));
            one.conversions().forEach(conversion -> rows.add(conversion(of, conversion)));
        }
        return new Sheet("return-conversions", conversionColumns("programme", "basis", "period"), rows);
    }

    private static Sheet about(OutcomesView outcomes) {
        var curve = outcomes.kaplanMeier();
        var coverage = outcomes.coverage();
        return new Sheet(
                "about",
                List.of("what", "is"),
                List.of(
                        line("as of", outcomes.asOf().toString()),
                        line("disclosure policy", outcomes.policy()),
                        line("outcome rules", String.join(", ", outcomes.rules())),
                        line("coverage", coverage.inWords()),
                        line("programmes that gave totals only", String.join(", ", coverage.totalsOnly())),
                        line("programmes of which nothing is known", String.join(", ", coverage.without())),
                        line("may hold people twice", yesOrNo(outcomes.people().mayHoldPeopleTwice())),
                        line(
                                "people are recognised between",
                                String.join(", ", outcomes.people().recognisedBetween())),
                        line("days after which the curve (Kaplan-Meier) is read", Integer.toString(curve.horizon())),
                        line(
                                "in sight for so long",
                                shown(curve.atRisk(), curve.suppressed() || curve.share() != null)),
                        line("in work for so long, per cent", shown(curve.share(), curve.suppressed())),
                        line("its standard error (Greenwood)", shown(curve.error(), curve.suppressed()))));
    }

    private static List<@Nullable Cell> line(String what, String is) {
        return Arrays.asList(Sheet.text(what), Sheet.text(is));
    }

    private static String yesOrNo(boolean is) {
        return is ? "yes" : "no";
    }

    private static String shown(@Nullable Number number, boolean suppressed) {
        return number == null ? suppressed ? Count.MARK : "not known" : number.toString();
    }

    private static @Nullable Cell number(@Nullable Long count) {
        return count == null ? null : Sheet.number(count);
    }

    private static @Nullable Cell count(@Nullable Long count) {
        return count == null ? Sheet.text(Count.MARK) : Sheet.number(count);
    }
}

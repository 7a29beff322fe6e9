package org.anchors.employment.snapshot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.anchors.employment.snapshot.OutcomesView.ConversionView;
import org.anchors.employment.snapshot.OutcomesView.MaturedView;
import org.anchors.employment.snapshot.OutcomesView.StageView;
import org.anchors.kit.disclosure.Count;
import org.anchors.kit.table.Cell;
import org.anchors.kit.table.Sheet;
import org.jspecify.annotations.Nullable;

/** Outcomes as tables: what they are about, and the figures, a row for each slice. */
final class OutcomeSheets {

    private OutcomeSheets() {}

    static List<Sheet> all(OutcomesView outcomes) {
        return List.of(figures(outcomes), about(outcomes), conversions(outcomes));
    }

    /** The funnel and the matured cohort, for everybody and for each slice. */
    static Sheet figures(OutcomesView outcomes) {
        var columns = new ArrayList<>(List.of("by", "key", "name"));
        Arrays.stream(Tally.Stage.values())
                .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                .forEach(columns::add);
        columns.addAll(List.of(
                "matured", "matured_sustained", "matured_ended", "matured_not_known", "percent", "low", "high"));
        var rows = new ArrayList<List<@Nullable Cell>>();
        rows.add(row("everybody", null, null, outcomes.funnel(), outcomes.matured()));
        for (var breakdown : outcomes.breakdowns()) {
            for (var slice : breakdown.slices()) {
                rows.add(row(breakdown.by(), slice.key(), slice.name(), slice.funnel(), slice.matured()));
            }
        }
        return new Sheet("outcomes", columns, rows);
    }

    private static List<@Nullable Cell> row(
            String by, @Nullable String key, @Nullable String name, List<StageView> funnel, MaturedView matured) {
        var cells = new ArrayList<@Nullable Cell>();
        cells.add(Sheet.text(by));
        cells.add(Sheet.text(key));
        cells.add(Sheet.text(name));
        funnel.forEach(stage -> cells.add(count(stage.people())));
        Stream.of(matured.people(), matured.sustained(), matured.ended(), matured.notKnown())
                .map(OutcomeSheets::count)
                .forEach(cells::add);
        Stream.of(matured.percent(), matured.low(), matured.high())
                .forEach(percent -> cells.add(Sheet.number(percent)));
        return cells;
    }

    private static Sheet conversions(OutcomesView outcomes) {
        var rows =
                outcomes.conversions().stream().map(OutcomeSheets::conversion).toList();
        return new Sheet("conversions", List.of("from", "to", "part", "whole", "percent", "low", "high"), rows);
    }

    private static List<@Nullable Cell> conversion(ConversionView conversion) {
        return Arrays.asList(
                Sheet.text(conversion.from().name()),
                Sheet.text(conversion.to().name()),
                count(conversion.part()),
                count(conversion.whole()),
                Sheet.number(conversion.percent()),
                Sheet.number(conversion.low()),
                Sheet.number(conversion.high()));
    }

    private static Sheet about(OutcomesView outcomes) {
        var curve = outcomes.kaplanMeier();
        return new Sheet(
                "about",
                List.of("what", "is"),
                List.of(
                        line("as of", outcomes.asOf().toString()),
                        line("disclosure policy", outcomes.policy()),
                        line("outcome rules", String.join(", ", outcomes.rules())),
                        line("coverage", outcomes.coverage().inWords()),
                        line("may hold people twice", outcomes.people().mayHoldPeopleTwice() ? "yes" : "no"),
                        line(
                                "in work after days, per cent (Kaplan-Meier)",
                                curve.horizon() + ": " + shown(curve.share())),
                        line("its standard error (Greenwood)", shown(curve.error()))));
    }

    private static List<@Nullable Cell> line(String what, String is) {
        return Arrays.asList(Sheet.text(what), Sheet.text(is));
    }

    private static String shown(@Nullable BigDecimal number) {
        return number == null ? "-" : number.toPlainString();
    }

    private static @Nullable Cell count(@Nullable Long count) {
        return count == null ? Sheet.text(Count.MARK) : Sheet.number(count);
    }
}

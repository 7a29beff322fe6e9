package org.anchors.charter.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of one report as far as they could be read, in its order and by their indicators. */
final class Figures {

    private final List<Figure> all = new ArrayList<>();
    private final Map<String, List<Figure>> sent = new HashMap<>();
    private final Map<String, List<Figure>> given = new HashMap<>();

    Figures(Submission report) {
        // Plain loops, here and where figures are looked up: they run for each report of a bulk file.
        for (var figure : Figure.of(report)) {
            all.add(figure);
            var indicator = figure.sent().indicator();
            if (indicator != null) {
                sent.computeIfAbsent(indicator, first -> new ArrayList<>(1)).add(figure);
                if (figure.isGiven()) {
                    given.computeIfAbsent(indicator, first -> new ArrayList<>(1))
                            .add(figure);
                }
            }
        }
    }

    List<Figure> all() {
        return all;
    }

    /** What was sent for an indicator, with a figure or with a state. */
    List<Figure> sent(String indicator) {
        return sent.getOrDefault(indicator, List.of());
    }

    /** What was sent for an indicator with a figure. */
    List<Figure> given(String indicator) {
        return given.getOrDefault(indicator, List.of());
    }
}

package org.anchors.charter.impact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Horizontal bars as SVG, with nothing but presentation attributes: it works without scripts and style sheets, on a screen, on
 * paper and under a strict content policy. Colours differ in brightness too; what they show is written beside each bar.
 *
 * @param id distinguishes it on its page
 * @param title what it shows
 * @param description the same in a sentence, for those who cannot see it
 * @param bars from the top
 * @param second what the lighter bars show, where there are any
 */
record BarChart(
        String id,
        String title,
        String description,
        List<Bar> bars,
        @Nullable String second) {

    private static final int WIDTH = 680;
    private static final int LABEL_WIDTH = 270;
    private static final int BAR_WIDTH = 290;
    private static final int ROW = 36;
    private static final int HEAD = 24;
    private static final int LETTERS = 44;
    private static final String INK = "#1b1b1b";
    private static final String STRONG = "#12566b";
    private static final String LIGHT = "#8fb9c6";

    /**
     * One bar, and a lighter one below it where there is something to compare with.
     *
     * @param share length, 0 to 1
     * @param second length of the lighter one
     * @param value what is written at its end
     */
    record Bar(String label, BigDecimal share, @Nullable BigDecimal second, String value) {}

    void write(Markup to) {
        var height = HEAD + bars.size() * ROW;
        to.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 %d %d".formatted(WIDTH, height),
                "width",
                String.valueOf(WIDTH),
                "height",
                String.valueOf(height),
                "role",
                "img",
                "aria-labelledby",
                "%s-title %s-desc".formatted(id, id),
                "alt",
                title + ". " + description,
                "font-family",
                "DejaVu Sans, Arial, sans-serif",
                "font-size",
                "11");
        to.element("title", title, "id", id + "-title").element("desc", description, "id", id + "-desc");
        legend(to);
        for (var index = 0; index < bars.size(); index++) {
            row(to, bars.get(index), HEAD + index * ROW);
        }
        line(to, LABEL_WIDTH, HEAD - 4, height);
        to.close();
    }

    private void legend(Markup to) {
        if (second != null) {
            box(to, LABEL_WIDTH, 4, 10, 10, STRONG);
            label(to, LABEL_WIDTH + 16, 13, "this year", "start");
            box(to, LABEL_WIDTH + 90, 4, 10, 10, LIGHT);
            label(to, LABEL_WIDTH + 106, 13, second, "start");
        }
    }

    private static void row(Markup to, Bar bar, int top) {
        var lines = lines(bar.label());
        for (var index = 0; index < lines.size(); index++) {
            var from = lines.size() == 1 ? 19 : 13;
            label(to, LABEL_WIDTH - 8, top + from + index * 13, lines.get(index), "end");
        }
        var length = length(bar.share());
        if (bar.second() == null) {
            box(to, LABEL_WIDTH, top + 8, length, 16, STRONG);
        } else {
            box(to, LABEL_WIDTH, top + 5, length, 14, STRONG);
            box(to, LABEL_WIDTH, top + 21, length(bar.second()), 7, LIGHT);
        }
        var end = bar.second() == null ? length : Math.max(length, length(bar.second()));
        label(to, LABEL_WIDTH + end + 6, top + 19, bar.value(), "start");
    }

    private static int length(BigDecimal share) {
        return share.multiply(BigDecimal.valueOf(BAR_WIDTH)).intValue();
    }

    private static void box(Markup to, int x, int y, int width, int height, String colour) {
        to.empty(
                "rect",
                "x",
                String.valueOf(x),
                "y",
                String.valueOf(y),
                "width",
                String.valueOf(width),
                "height",
                String.valueOf(height),
                "fill",
                colour,
                "stroke",
                STRONG);
    }

    private static void line(Markup to, int x, int top, int bottom) {
        to.empty(
                "line",
                "x1",
                String.valueOf(x),
                "y1",
                String.valueOf(top),
                "x2",
                String.valueOf(x),
                "y2",
                String.valueOf(bottom),
                "stroke",
                INK,
                "stroke-width",
                "1");
    }

    private static void label(Markup to, int x, int y, String text, String anchor) {
        to.element("text", text, "x", String.valueOf(x), "y", String.valueOf(y), "text-anchor", anchor, "fill", INK);
    }

    /** SVG does not break lines: two at most, the whole name stands in the table beside. */
    static List<String> lines(String label) {
        var lines = new ArrayList<String>(List.of(""));
        for (var word : label.split(" ")) {
            var last = lines.getLast();
            if (last.isEmpty()) {
                lines.set(lines.size() - 1, word);
            } else if (last.length() + 1 + word.length() <= LETTERS) {
                lines.set(lines.size() - 1, last + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines.size() <= 2
                ? lines.stream().map(BarChart::cut).toList()
                : List.of(cut(lines.get(0)), cut(lines.get(1) + " \u2026"));
    }

    private static String cut(String line) {
        return line.length() <= LETTERS ? line : line.substring(0, LETTERS - 1) + "\u2026";
    }
}

package org.anchors.charter.impact;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.anchors.charter.consolidated.ConsolidatedFigure;
import org.anchors.charter.report.Pillar;
import org.anchors.kit.disclosure.Count;
import org.jspecify.annotations.Nullable;

/** Figures, instants and names as people read them. */
final class Words {

    static final String NOTHING = "\u2013";

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu 'at' HH:mm 'UTC'", Locale.UK)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    static String title(Pillar pillar) {
        return switch (pillar) {
            case EMPLOYMENT -> "Employment";
            case PROCUREMENT -> "Procurement";
            case LAND_BUILDINGS -> "Land and buildings";
            case SUSTAINABILITY -> "Sustainability";
            case LEADERSHIP_PARTNERSHIP -> "Leadership and partnership";
        };
    }

    /** A figure's name with its group. */
    static String title(ConsolidatedFigure figure) {
        var group = figure.group();
        return group == null ? figure.name() : figure.name() + ": " + group.replaceAll("(?<=[a-z])-(?=[a-z])", " ");
    }

    /** What a figure comes to, or between what it lies. */
    static String value(ConsolidatedFigure figure) {
        var range = figure.range();
        return figure.keepsBack("range") || range != null
                ? shown(figure, "range", range == null ? NOTHING : between(range, figure.unit()))
                : shown(figure, "value", number(figure.value(), figure.unit()));
    }

    private static String between(ConsolidatedFigure.Range range, String unit) {
        return "%s to %s".formatted(number(range.low(), unit), number(range.high(), unit));
    }

    /** The figure of the year before. */
    static String previous(ConsolidatedFigure figure) {
        var change = figure.change();
        return shown(figure, "change.previous", change == null ? NOTHING : number(change.previous(), figure.unit()));
    }

    /** A part of a figure, or the mark of what the disclosure policy keeps back. */
    static String shown(ConsolidatedFigure figure, String member, String part) {
        return figure.keepsBack(member) ? Count.MARK : part;
    }

    static String number(@Nullable BigDecimal number) {
        return number == null ? NOTHING : form("#,##0.####").format(number);
    }

    static String number(@Nullable BigDecimal number, String unit) {
        return number != null && unit.equals("%") ? number(number) + "%" : number(number);
    }

    /** A change with its sign, in its own unit: percentage points are never shown as per cent. */
    static String change(ConsolidatedFigure figure) {
        var change = figure.change();
        return shown(
                figure, "change.likeForLike", change == null ? NOTHING : signed(change.likeForLike(), change.unit()));
    }

    private static String signed(@Nullable BigDecimal amount, String unit) {
        if (amount == null) {
            return NOTHING;
        }
        var signed = form("+#,##0.####;\u2212#,##0.####").format(amount);
        return (amount.signum() == 0 ? "0" : signed) + " " + unit.replace('-', ' ');
    }

    static String share(@Nullable BigDecimal share) {
        return share == null ? NOTHING : form("0").format(share.movePointRight(2)) + "%";
    }

    /** For how many a figure speaks. */
    static String coverage(ConsolidatedFigure figure) {
        var coverage = figure.coverage();
        var workforce = coverage.headcountShare() == null
                ? ""
                : ", with %s of the workforce".formatted(share(coverage.headcountShare()));
        return "%d of %s%s"
                .formatted(coverage.organisations(), count(coverage.of(), "organisation", "organisations"), workforce);
    }

    /** A name inside a sentence, which keeps its direction to itself. */
    static String isolated(String name) {
        return "\u2068" + name + "\u2069";
    }

    static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    /** Up to which event of another service something is known. */
    static String upTo(@Nullable UUID event, @Nullable Instant receivedAt) {
        return event == null || receivedAt == null
                ? "Nothing has been told yet."
                : "Up to event %s, received on %s.".formatted(event, instant(receivedAt));
    }

    static String count(long number, String one, String many) {
        return number == 1 ? "1 " + one : number + " " + many;
    }

    static String joined(List<String> names) {
        return String.join(", ", names);
    }

    private static DecimalFormat form(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.UK));
    }
}

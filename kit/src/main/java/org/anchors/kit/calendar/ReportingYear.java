package org.anchors.kit.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reporting year, April to March.
 *
 * @param start the calendar year in which it starts
 */
@Schema(type = SchemaType.STRING, examples = "2024-25")
public record ReportingYear(int start) implements Comparable<ReportingYear> {

    private static final Pattern FORM = Pattern.compile("(20\\d{2})-(\\d{2})");

    /** Reads {@code 2024-25}; empty for anything else, {@code 2024-26} included. */
    public static Optional<ReportingYear> read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var year = new ReportingYear(Integer.parseInt(form.group(1)));
        return year.toString().equals(text) ? Optional.of(year) : Optional.empty();
    }

    @JsonCreator
    public static ReportingYear parse(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("Not a reporting year: " + text));
    }

    /** The reporting year that a day is in. */
    public static ReportingYear of(LocalDate day) {
        return new ReportingYear(day.getMonthValue() < Month.APRIL.getValue() ? day.getYear() - 1 : day.getYear());
    }

    public ReportingYear previous() {
        return new ReportingYear(start - 1);
    }

    @Override
    public int compareTo(ReportingYear other) {
        return Integer.compare(start, other.start);
    }

    @JsonValue
    @Override
    public String toString() {
        return "%d-%02d".formatted(start, (start + 1) % 100);
    }
}

package org.anchors.charter.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A named detail that a value of an indicator carries beside its figure, such as the edition of a rate or the basis of a
 * calculation.
 *
 * @param name under which it is sent
 * @param meaning what it says
 * @param form what it looks like
 * @param codes the answers of a CODE, or of CODES
 * @param adding what it means for adding values up
 * @param asked whether a value without it is queried
 * @param fixed whether it stays from year to year, so that another one than last year's is queried
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Attribute(
        String name, String meaning, Form form, List<String> codes, Adding adding, boolean asked, boolean fixed) {

    /** What an attribute looks like. */
    public enum Form {
        /** One of the codes. */
        CODE,
        /** Some of the codes, separated by semicolons. */
        CODES,
        /** A number, zero or more. */
        NUMBER,
        /** A calendar year. */
        YEAR,
        /** A day. */
        DAY,
        /** Words. */
        TEXT,
        /** Identifiers, separated by semicolons, each once. */
        IDENTIFIERS
    }

    /** What it means for adding up values of one indicator (indicators.csv). */
    public enum Adding {
        /** Nothing. */
        FREE,
        /** Values that differ in it are added, and what they differ in is said beside the figure. */
        LABELLED,
        /** Only values that are alike in it are added; those that differ stand side by side. */
        ALIKE,
        /** It is a part of the value that is summed beside it. */
        OF_WHICH,
        /** What it names belongs to the value of one organisation in a year. */
        ONE_OWNER
    }

    public Attribute {
        adding = adding == null ? Adding.FREE : adding;
        codes = codes == null ? List.of() : List.copyOf(codes);
    }

    /** Most identifiers that one value names. */
    public static final int MOST_IDENTIFIERS = 2_000;

    /** Most characters of all of them, so that they fit into a cell of a file beside other attributes. */
    public static final int LONGEST_LIST = 30_000;

    /** What to send, in words. */
    public String wanted() {
        var known = String.join(", ", codes);
        return switch (form) {
            case CODE -> "one of " + known;
            case CODES -> "some of %s, separated by semicolons".formatted(known);
            case NUMBER -> "a number, zero or more";
            case YEAR -> "a year, such as 2024";
            case DAY -> "a day, such as 2025-06-26";
            case TEXT -> "a text of at most 2,000 characters";
            case IDENTIFIERS ->
                "at most %,d identifiers, separated by semicolons, %,d characters in all"
                        .formatted(MOST_IDENTIFIERS, LONGEST_LIST);
        };
    }
}

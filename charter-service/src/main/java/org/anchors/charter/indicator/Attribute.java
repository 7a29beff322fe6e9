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
 * @param asked whether a value without it is queried
 * @param fixed whether it stays from year to year, so that another one than last year's is queried
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Attribute(String name, String meaning, Form form, List<String> codes, boolean asked, boolean fixed) {

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

    public Attribute {
        codes = codes == null ? List.of() : List.copyOf(codes);
    }
}

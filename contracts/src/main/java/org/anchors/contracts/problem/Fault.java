package org.anchors.contracts.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param at where: a JSON pointer into the body, a header or query parameter by name, or row and column of a file
 * @param indicator the indicator concerned, where there is one
 * @param rule the rule that was broken, by its stable name, such as {@code numerator-above-denominator}
 * @param given what was sent, shortened; absent where nothing was sent
 * @param mend what would make it right
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        String at,
        @Nullable String indicator,
        String rule,
        @Nullable String given,
        String mend) {

    private static final int LONGEST_GIVEN = 80;

    public Fault {
        at = wellFormed(at);
        given = given == null ? null : wellFormed(shortened(given));
    }

    public Fault(String at, String rule, @Nullable String given, String mend) {
        this(at, null, rule, given, mend);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_GIVEN ? text.substring(0, LONGEST_GIVEN) + "…" : text;
    }

    /** Half of a surrogate pair, sent so or cut so, cannot be written as UTF-8; it becomes a question mark. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}

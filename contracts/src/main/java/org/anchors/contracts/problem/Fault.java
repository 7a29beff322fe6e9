package org.anchors.contracts.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
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
        if (given != null && given.length() > LONGEST_GIVEN) {
            given = given.substring(0, LONGEST_GIVEN) + "…";
        }
    }

    public Fault(String at, String rule, @Nullable String given, String mend) {
        this(at, null, rule, given, mend);
    }
}

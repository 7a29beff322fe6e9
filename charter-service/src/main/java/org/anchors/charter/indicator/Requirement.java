package org.anchors.charter.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a report should hold, or should hold beside a certain indicator; where it is missing there is a query.
 *
 * @param name stable name of the query
 * @param when the indicator that brings the need with it, where it is given and above zero; null for every report
 * @param oneOf one of these is enough: an indicator's code, {@code framework}, or {@code narrative:} with a pillar
 * @param mend what would make it right
 */
public record Requirement(String name, @Nullable String when, List<String> oneOf, String mend) {

    public static final String FRAMEWORK = "framework";
    public static final String NARRATIVE = "narrative:";

    public Requirement {
        oneOf = List.copyOf(oneOf);
    }
}

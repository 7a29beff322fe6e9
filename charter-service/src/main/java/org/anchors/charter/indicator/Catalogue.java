package org.anchors.charter.indicator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * One edition of the indicator catalogue. An edition never changes; a value pins the edition that it was given under.
 *
 * @param edition its name, such as {@code 2024.1}
 * @param firstYear first reporting year that it is used for
 * @param indicators in the order in which they are shown
 * @param rules across the values of one report
 * @param requirements what a report should hold
 */
public record Catalogue(
        String edition,
        String firstYear,
        List<Indicator> indicators,
        List<Rule> rules,
        List<Requirement> requirements) {

    /** Answers that a survey needs to be pooled, under every edition: sums of two years are of surveys of the same size. */
    public static final int SMALLEST_SURVEY = 30;

    public Catalogue {
        requirements = requirements == null ? List.of() : List.copyOf(requirements);
    }

    @JsonIgnore
    public Optional<Indicator> find(String code) {
        // A plain loop, for it runs several times for each value of a bulk file.
        for (var indicator : indicators) {
            if (indicator.code().equals(code)) {
                return Optional.of(indicator);
            }
        }
        return Optional.empty();
    }
}

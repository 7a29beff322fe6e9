package org.anchors.employment.outcome;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.anchors.employment.outcome.OutcomeRule.Lasting;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which outcomes are counted, every version of each, as {@code outcome-rules.json} gives them. Its lines are never
 * changed: a version that is to hold no longer gets its last day, and the next one its first.
 *
 * @param all in the order of the file
 */
public record OutcomeRules(List<OutcomeRule> all) {

    private static final OutcomeRules RELEASED =
            read(Objects.requireNonNull(OutcomeRules.class.getResourceAsStream("/outcome-rules.json")));

    /** The rules that are released with the service. */
    public static OutcomeRules released() {
        return RELEASED;
    }

    /** A rule as the file gives it: either the spans or the days are there. */
    record Line(
            String name,
            int version,
            LocalDate from,
            @Nullable LocalDate until,
            Set<JobKind> jobs,
            @Nullable BigDecimal paidHours,
            @Nullable List<Period> throughout,
            @Nullable Integer days,
            @Nullable Integer window,
            int longestGap) {

        OutcomeRule rule() {
            return new OutcomeRule(name, version, from, until, jobs, paidHours, lasting(), longestGap);
        }

        private Lasting lasting() {
            return throughout == null
                    ? new Lasting.Altogether(Objects.requireNonNull(days), Objects.requireNonNull(window))
                    : new Lasting.Throughout(throughout);
        }
    }

    /** Reads rules, and closes what they are read from. */
    static OutcomeRules read(InputStream file) {
        var json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
        try (file) {
            var lines = json.readValue(file, new TypeReference<List<Line>>() {});
            return new OutcomeRules(lines.stream().map(Line::rule).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The outcome rules cannot be read", unreadable);
        }
    }

    /** What rules are called. */
    public List<String> names() {
        return all.stream().map(OutcomeRule::name).distinct().toList();
    }

    /** The newest version of a rule that is for programmes which begin on a day. */
    public Optional<OutcomeRule> inForce(String name, LocalDate on) {
        return all.stream()
                .filter(rule -> rule.name().equals(name) && rule.isFor(on))
                .max(Comparator.comparingInt(OutcomeRule::version));
    }

    /** A version of a rule, whether or not it is in force any more. */
    public Optional<OutcomeRule> of(String name, int version) {
        return all.stream()
                .filter(rule -> rule.name().equals(name) && rule.version() == version)
                .findFirst();
    }
}

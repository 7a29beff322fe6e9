package org.anchors.charter.section;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.disclosure.AtMost;
import org.anchors.charter.disclosure.Claim;
import org.anchors.charter.disclosure.Quantity;
import org.anchors.charter.section.Employment.Programme;
import org.anchors.contracts.event.OutcomeTotalsChanged.Basis;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/** What the outcomes of programmes say: each count of each programme, the totals over them, and the totals of each group. */
record OutcomeClaims(String publication, Policy policy, ReportingYear year) {

    /** Figures without a period are published with every year, so they belong to none. */
    static final String NO_YEAR = "any-year";

    private static final String SECTION = " programmes.";

    private static final Map<String, Function<Programme, @Nullable Long>> COUNTS = new TreeMap<>(Map.of(
            "participants", Programme::participants,
            "jobOffers", Programme::jobOffers,
            "inWork", Programme::inWork,
            "sustained", Programme::sustained));

    private static final Map<String, String> STEP_BEFORE =
            Map.of("jobOffers", "participants", "inWork", "participants", "sustained", "inWork");

    /**
     * The claims.
     *
     * @param all the programmes with totals for the year
     * @param byGroup the same programmes in each target group
     * @param withoutPeriod programmes whose figures have no period
     */
    List<Claim> of(List<Programme> all, Map<String, List<Programme>> byGroup, List<Programme> withoutPeriod) {
        var claims = new ArrayList<Claim>();
        COUNTS.forEach((name, count) -> {
            all.forEach(programme -> say(claims, year.toString(), name, List.of(programme), count));
            withoutPeriod.forEach(programme -> say(claims, NO_YEAR, name, List.of(programme), count));
            total(claims, name, all, count);
            byGroup.forEach((group, programmes) -> total(claims, name + "." + group, programmes, count));
        });
        return claims;
    }

    /**
     * What everybody knows, where it holds: whoever is in a group is in the programme, and nobody comes to a step without the one
     * before it.
     */
    static List<AtMost> rules(Collection<Claim> claims) {
        var byMeasure = claims.stream()
                .flatMap(claim -> claim.parts().stream())
                .filter(quantity -> quantity.measure().contains(SECTION))
                .distinct()
                .collect(Collectors.groupingBy(quantity -> quantity.measure() + " of " + quantity.of()));
        return byMeasure.values().stream()
                .flatMap(List::stream)
                .flatMap(less -> above(less.measure())
                        .flatMap(measure -> byMeasure.getOrDefault(measure + " of " + less.of(), List.of()).stream())
                        .filter(more -> less.exact() <= more.exact())
                        .map(more -> new AtMost(less, more)))
                .toList();
    }

    /** Participants of programmes that keep records, and of those that give totals only, are two totals. */
    private void total(
            List<Claim> claims, String name, List<Programme> programmes, Function<Programme, @Nullable Long> count) {
        if (name.startsWith("participants")) {
            for (var basis : Basis.values()) {
                say(claims, year.toString(), name, OutcomeSums.having(programmes, basis), count);
            }
        } else {
            say(claims, year.toString(), name, programmes, count);
        }
    }

    private void say(
            List<Claim> claims,
            String period,
            String name,
            List<Programme> programmes,
            Function<Programme, @Nullable Long> count) {
        var parts = programmes.stream()
                .flatMap(programme -> Stream.ofNullable(count.apply(programme))
                        .map(exact -> new Quantity(period + SECTION + name, programme.programme(), exact)))
                .collect(Collectors.toSet());
        if (!parts.isEmpty()) {
            claims.add(new Claim(publication, cell(name, programmes), parts, policy));
        }
    }

    private static String cell(String name, List<Programme> programmes) {
        return programmes.size() == 1
                ? "employment, %s of %s".formatted(name, programmes.getFirst().programme())
                : "employment, total of " + name;
    }

    /** The measures that one is at most: the steps before it, of its group and of everyone. */
    private static Stream<String> above(String measure) {
        var start = measure.indexOf(SECTION) + SECTION.length();
        var parts = measure.substring(start).split("\\.", 2);
        return Stream.iterate(parts[0], Objects::nonNull, STEP_BEFORE::get)
                .flatMap(step -> parts.length == 1 ? Stream.of(step) : Stream.of(step, step + "." + parts[1]))
                .map(name -> measure.substring(0, start) + name)
                .filter(other -> !other.equals(measure));
    }
}

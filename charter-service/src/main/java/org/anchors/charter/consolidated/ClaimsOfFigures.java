package org.anchors.charter.consolidated;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.anchors.charter.consolidated.GivenValues.Given;
import org.anchors.charter.consolidated.GivenValues.Part;
import org.anchors.charter.consolidated.Total.Name;
import org.anchors.charter.disclosure.Claim;
import org.anchors.charter.disclosure.Quantity;
import org.anchors.charter.indicator.Aggregation;
import org.anchors.charter.indicator.Indicator;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of a consolidated report say about the organisations behind them. A figure says each part that it is made of,
 * and its change the same parts of the year before, of those that reported in both years, of those that joined and of those
 * that left. Parts that are not shown themselves are taken to be known as the policy shows them, which is never less than
 * what is known.
 */
final class ClaimsOfFigures {

    private static final String JOINERS = ", of joiners";

    private final String publication;
    private final Policy policy;
    private final ReportingYear year;
    private final Measures measures;
    private final Map<Name, List<Given>> now;
    private final Map<Name, List<Given>> before;

    ClaimsOfFigures(String publication, Policy policy, ReportingYear year, Measures measures, List<Given> given) {
        this.publication = publication;
        this.policy = policy;
        this.year = year;
        this.measures = measures;
        this.now = of(given, year.start());
        this.before = of(given, year.start() - 1);
    }

    List<Claim> of(Indicator indicator, ConsolidatedFigure figure) {
        var name = Name.parse(figure.id());
        var claims = new ArrayList<Claim>();
        for (var part : parts(figure.aggregation())) {
            if (measures.isConcerned(name, part)) {
                var under = indicator.disclosureControl() ? policy : Policy.NONE;
                claims.addAll(new Said(name, part, under).of(figure));
            }
        }
        return claims;
    }

    /** The parts of a figure's change that are shown as numbers of their own, by the cells that say them. */
    static Map<String, BigDecimal> shown(ConsolidatedFigure figure, ReportingYear year) {
        var change = figure.change();
        var shown = new HashMap<String, BigDecimal>();
        if (change != null && figure.aggregation() == Aggregation.SUM) {
            note(shown, allBefore(year), change.previous());
            note(shown, JOINERS, change.joiners().value());
            note(shown, leavers(year), change.leavers().value());
        }
        return shown;
    }

    private static void note(Map<String, BigDecimal> shown, String of, @Nullable BigDecimal number) {
        if (number != null) {
            shown.put(of, number);
        }
    }

    private static String allBefore(ReportingYear year) {
        return ", all of " + year.previous();
    }

    private static String leavers(ReportingYear year) {
        return ", of leavers in " + year.previous();
    }

    /** Figures of other kinds show no counts of people: where they would, they are kept back as a whole. */
    private static List<Part> parts(Aggregation form) {
        return switch (form) {
            case SUM -> List.of(Part.NUMERATOR);
            case RATIO_OF_SUMS -> List.of(Part.NUMERATOR, Part.DENOMINATOR);
            case WEIGHTED_MEAN, COUNT_DISTINCT, COUNT_TRUE, COUNT_BY_VALUE, LATEST, DERIVED -> List.of();
        };
    }

    /** What one part of one figure says. */
    private final class Said {

        private final Part part;
        private final Policy under;
        private final String cell;
        private final List<Given> given;
        private final List<Given> earlier;
        private final Predicate<Given> inBoth;
        private final List<Claim> claims = new ArrayList<>();

        Said(Name name, Part part, Policy under) {
            this.part = part;
            this.under = under;
            this.cell = name.id() + " " + part.name().toLowerCase(Locale.ROOT);
            this.given = now.getOrDefault(name, List.of());
            this.earlier = before.getOrDefault(name, List.of());
            var both = organisations(given);
            both.retainAll(organisations(earlier));
            this.inBoth = one -> both.contains(one.organisation());
        }

        List<Claim> of(ConsolidatedFigure figure) {
            say("", given);
            if (figure.change() != null) {
                say(allBefore(year), earlier);
                say(", of those of both years", given.stream().filter(inBoth).toList());
                say(
                        ", of those of both years in " + year.previous(),
                        earlier.stream().filter(inBoth).toList());
                say(JOINERS, given.stream().filter(inBoth.negate()).toList());
                say(leavers(year), earlier.stream().filter(inBoth.negate()).toList());
            } else if (figure.keepsBack("change")) {
                sayThatItIsSmall(", of those of both years", given);
                sayThatItIsSmall(", of those of both years in " + year.previous(), earlier);
            }
            return claims;
        }

        private void say(String of, Collection<Given> some) {
            var quantities = quantities(some);
            if (!quantities.isEmpty()) {
                claims.add(new Claim(publication, cell + of, quantities, under));
            }
        }

        /** A change that is not there says that something it is made of is suppressed. */
        private void sayThatItIsSmall(String of, Collection<Given> some) {
            var those = some.stream().filter(inBoth).toList();
            if (under.suppresses(
                    quantities(those).stream().mapToLong(Quantity::exact).sum())) {
                say(of, those);
            }
        }

        private Set<Quantity> quantities(Collection<Given> some) {
            return some.stream()
                    .flatMap(one -> measures.quantity(one, part).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> organisations(List<Given> given) {
        return given.stream().map(Given::organisation).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<Name, List<Given>> of(List<Given> given, int year) {
        return given.stream().filter(one -> one.year() == year).collect(Collectors.groupingBy(Given::figure));
    }
}

package org.anchors.charter.consolidated;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.GivenValues.Given;
import org.anchors.charter.consolidated.GivenValues.Part;
import org.anchors.charter.disclosure.AtMost;
import org.anchors.charter.disclosure.Claim;
import org.anchors.charter.disclosure.Quantity;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.indicator.Kind;
import org.anchors.charter.indicator.Operand;
import org.anchors.charter.indicator.Rule;
import org.anchors.kit.calendar.ReportingYear;

/**
 * Names what organisations count, and knows what the catalogue's rules say of it: that some counts are the same and some at most
 * others. The rules are public, so an attacker knows them too. Followed are the rules that a count of people is part of.
 */
final class Measures {

    private final Map<String, Set<String>> atMost = new HashMap<>();
    private final Set<String> people = new HashSet<>();
    private final Set<String> concerned = new HashSet<>();

    Measures(Catalogue catalogue) {
        catalogue.indicators().forEach(this::parts);
        catalogue.rules().stream()
                .filter(rule -> rule.severity() == Rule.Severity.ERROR && rule.factor() == null)
                .forEach(rule -> rule(catalogue, rule));
        List.copyOf(atMost.keySet()).forEach(name -> atMost.put(name, above(name)));
        List.copyOf(people).stream().flatMap(this::same).forEach(people::add);
        concerned.addAll(people);
        atMost.forEach((less, more) -> {
            if (people.contains(less)) {
                concerned.addAll(more);
            } else if (more.stream().anyMatch(people::contains)) {
                concerned.add(less);
            }
        });
    }

    /** Whether a part of a figure counts people, or has to do with one that does. */
    boolean isConcerned(Total.Name figure, Part part) {
        return concerned.contains(name(figure, part));
    }

    /** One part of a value as a quantity; empty for what is no count. */
    Optional<Quantity> quantity(Given one, Part part) {
        var count = one.part(part);
        var measure = new ReportingYear(one.year()) + " " + name(one.figure(), part);
        return count.signum() < 0
                ? Optional.empty()
                : Optional.of(new Quantity(measure, one.organisation(), Lens.people(count)));
    }

    /**
     * The rules between the quantities that claims are about, where they hold: reports were checked against them, but those of an
     * older catalogue may not have been. Where each of two is at most the other, they are the same.
     */
    List<AtMost> rules(Collection<Claim> claims) {
        var byName = claims.stream()
                .flatMap(claim -> claim.parts().stream())
                .distinct()
                .collect(Collectors.groupingBy(quantity -> quantity.measure() + " of " + quantity.of()));
        return byName.values().stream()
                .flatMap(List::stream)
                .flatMap(less -> moreThan(less)
                        .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                        .filter(more -> less.exact() <= more.exact())
                        .map(more -> new AtMost(less, more)))
                .toList();
    }

    /** The measures of a year and the year before that need no protection themselves. */
    Set<String> open(ReportingYear year) {
        return Stream.of(year, year.previous())
                .flatMap(each -> concerned.stream()
                        .filter(name -> !people.contains(name))
                        .map(name -> each + " " + name))
                .collect(Collectors.toSet());
    }

    private Stream<String> moreThan(Quantity less) {
        var space = less.measure().indexOf(' ');
        var name = less.measure().substring(space + 1);
        return atMost.getOrDefault(name, Set.of()).stream()
                .map(more -> "%s %s of %s".formatted(less.measure().substring(0, space), more, less.of()));
    }

    private void parts(Indicator indicator) {
        Consolidation.namesOf(indicator).forEach(figure -> {
            var upper = name(figure, Part.NUMERATOR);
            var lower = name(figure, Part.DENOMINATOR);
            if (indicator.isShare()) {
                most(upper, lower);
            }
            if (indicator.disclosureControl()) {
                people.add(upper);
                people.add(lower);
            }
        });
        if (indicator.kind() == Kind.PART_OF) {
            equal(
                    name(new Total.Name(indicator.code(), Pooling.CONVERSION), Part.NUMERATOR),
                    name(new Total.Name(indicator.code(), ""), Part.NUMERATOR));
        }
    }

    private void rule(Catalogue catalogue, Rule rule) {
        if (!(rule.left() instanceof Operand.Reference left && rule.right() instanceof Operand.Reference right)
                || right.groups() != Operand.Groups.NO_GROUP) {
            return;
        }
        var of = name(catalogue, right, "");
        var indicator = catalogue.find(left.indicator()).orElseThrow();
        var groups = left.groups() == Operand.Groups.NO_GROUP ? List.of("") : indicator.groups();
        for (var group : groups) {
            var figure = name(catalogue, left, group);
            switch (rule.relation()) {
                case EQUAL -> equal(figure, of);
                case AT_MOST -> most(figure, of);
                case AT_LEAST -> most(of, figure);
            }
        }
    }

    private void most(String less, String more) {
        atMost.computeIfAbsent(less, none -> new HashSet<>()).add(more);
    }

    private void equal(String one, String other) {
        most(one, other);
        most(other, one);
    }

    private Stream<String> same(String name) {
        return atMost.getOrDefault(name, Set.of()).stream()
                .filter(other -> atMost.getOrDefault(other, Set.of()).contains(name));
    }

    /** Everything that a count is at most, by any number of rules. */
    private Set<String> above(String name) {
        var found = new LinkedHashSet<String>();
        var next = new ArrayDeque<>(atMost.getOrDefault(name, Set.of()));
        while (!next.isEmpty()) {
            var one = next.remove();
            if (!one.equals(name) && found.add(one)) {
                next.addAll(atMost.getOrDefault(one, Set.of()));
            }
        }
        return found;
    }

    /** The lower part of a number that is part of another one belongs to its conversion. */
    private static String name(Catalogue catalogue, Operand.Reference reference, String group) {
        var isPartOf = catalogue
                .find(reference.indicator())
                .filter(indicator -> indicator.kind() == Kind.PART_OF)
                .isPresent();
        return switch (reference.part()) {
            case VALUE, NUMERATOR -> name(new Total.Name(reference.indicator(), group), Part.NUMERATOR);
            case DENOMINATOR ->
                name(new Total.Name(reference.indicator(), isPartOf ? Pooling.CONVERSION : group), Part.DENOMINATOR);
        };
    }

    private static String name(Total.Name figure, Part part) {
        return figure.id() + " " + part;
    }
}

package org.anchors.charter.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Operand;
import org.anchors.charter.indicator.Operand.Groups;
import org.anchors.charter.indicator.Operand.Part;
import org.anchors.charter.indicator.Operand.Reference;
import org.anchors.charter.indicator.Rule;

/** Checks the catalogue's rules across the values of one report; a rule is silent where one of its sides was not given. */
final class RuleCheck {

    private final Catalogue catalogue;
    private final Figures figures;
    private final LastYear lastYear;

    RuleCheck(Catalogue catalogue, Figures figures, LastYear lastYear) {
        this.catalogue = catalogue;
        this.figures = figures;
        this.lastYear = lastYear;
    }

    void run(Findings findings) {
        for (var rule : catalogue.rules()) {
            if (rule.left() instanceof Reference left) {
                for (var figure : figuresOf(left)) {
                    check(rule, figure, left.part(), findings);
                }
            }
        }
    }

    private void check(Rule rule, Figure figure, Part part, Findings findings) {
        var left = figure.part(part);
        var right = number(rule.right(), figure);
        if (left.isPresent() && right.isPresent() && !rule.holds(left.get(), right.get())) {
            found(rule, figure, part, left.get(), right.get(), findings);
        }
    }

    private void found(Rule rule, Figure figure, Part part, BigDecimal left, BigDecimal right, Findings findings) {
        var code = figure.sent().indicator();
        var given = "%s against %s".formatted(left.toPlainString(), right.toPlainString());
        switch (rule.severity()) {
            case ERROR -> findings.fault(figure.at(part), code, rule.name(), given, rule.mend());
            case QUERY -> findings.query(figure, Figure.place(part), rule.name(), given, rule.mend(), lastYear);
        }
    }

    private Optional<BigDecimal> number(Operand operand, Figure checked) {
        return switch (operand) {
            case Operand.Constant(BigDecimal number) -> Optional.of(number);
            case Operand.Detail(String attribute) -> checked.attribute(attribute);
            case Reference reference when reference.groups() == Groups.SUM_OF_CLASSES -> sumOfClasses(reference);
            case Reference reference ->
                figuresOf(reference).stream().findFirst().flatMap(figure -> figure.part(reference.part()));
        };
    }

    /** The sum says something only where every class was given. */
    private Optional<BigDecimal> sumOfClasses(Reference reference) {
        var classes = figuresOf(reference);
        var expected =
                catalogue.find(reference.indicator()).orElseThrow().groups().size() - 1;
        var parts = classes.stream()
                .flatMap(figure -> figure.part(reference.part()).stream())
                .toList();
        return parts.size() < expected ? Optional.empty() : parts.stream().reduce(BigDecimal::add);
    }

    private List<Figure> figuresOf(Reference reference) {
        var given = figures.given(reference.indicator());
        if (given.isEmpty()) {
            return given;
        }
        return given.stream().filter(figure -> isMeant(reference, figure)).toList();
    }

    private static boolean isMeant(Reference reference, Figure figure) {
        var group = figure.sent().group();
        return switch (reference.groups()) {
            case NO_GROUP -> group == null;
            case ONE -> group != null && group.equals(reference.group());
            case EACH -> true;
            case EACH_CLASS, SUM_OF_CLASSES -> group != null && !group.equals(Operand.UNION);
        };
    }
}

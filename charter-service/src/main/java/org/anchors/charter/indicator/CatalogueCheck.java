package org.anchors.charter.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.anchors.charter.indicator.Attribute.Adding;
import org.anchors.charter.indicator.Attribute.Form;
import org.anchors.charter.indicator.Indicator.GroupUse;
import org.anchors.charter.indicator.Operand.Groups;
import org.anchors.charter.indicator.Operand.Part;

/** Checks that an edition of the catalogue makes sense in itself, before anybody reports under it. */
final class CatalogueCheck {

    private final Catalogue catalogue;
    private final List<String> faults = new ArrayList<>();

    private CatalogueCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What is wrong with an edition; nothing, where it is sound. */
    static List<String> faults(Catalogue catalogue) {
        var check = new CatalogueCheck(catalogue);
        check.codes();
        catalogue.indicators().forEach(check::indicator);
        catalogue.rules().forEach(check::rule);
        catalogue.requirements().forEach(check::requirement);
        return List.copyOf(check.faults);
    }

    private void codes() {
        var seen = new HashSet<String>();
        catalogue.indicators().stream()
                .map(Indicator::code)
                .filter(code -> !seen.add(code))
                .forEach(code -> faults.add(code + " is defined twice"));
    }

    private void indicator(Indicator indicator) {
        var code = indicator.code();
        unless(
                indicator.lower() == null
                        || indicator.upper() == null
                        || indicator.lower().compareTo(indicator.upper()) <= 0,
                code + ": the lower bound is above the upper");
        unless(indicator.kind() != Kind.CODE || !indicator.codes().isEmpty(), code + " has no codes");
        unless(
                (indicator.groupUse() == GroupUse.NONE) == indicator.groups().isEmpty(),
                code + ": groups and their use do not agree");
        unless(
                indicator.bandPoints() == null || (isRatio(indicator) && indicator.ratioScale() == Scale.PERCENT),
                code + ": only a share has a band in percentage points");
        unless(indicator.bandSteps() == null || indicator.kind() == Kind.NUMBER, code + ": only a number has steps");
        unless(
                indicator.aggregation() != Aggregation.WEIGHTED_MEAN || isQueriedWhereItIsNotPooled(code),
                "%s: no rule queries surveys of fewer than %d answers, which are not pooled"
                        .formatted(code, Catalogue.SMALLEST_SURVEY));
        unless(!indicator.fixedDenominator() || isRatio(indicator), code + " has no denominator");
        indicator.attributes().forEach(attribute -> attribute(indicator, attribute));
    }

    private boolean isQueriedWhereItIsNotPooled(String code) {
        return catalogue.rules().stream()
                .anyMatch(rule -> rule.left() instanceof Operand.Reference left
                        && left.indicator().equals(code)
                        && left.part() == Part.DENOMINATOR
                        && rule.relation() == Rule.Relation.AT_LEAST
                        && rule.factor() == null
                        && rule.right() instanceof Operand.Constant(var fewest)
                        && fewest.compareTo(BigDecimal.valueOf(Catalogue.SMALLEST_SURVEY)) == 0);
    }

    private void attribute(Indicator indicator, Attribute attribute) {
        var code = indicator.code();
        var hasCodes =
                switch (attribute.form()) {
                    case CODE, CODES -> true;
                    case NUMBER, YEAR, DAY, TEXT, IDENTIFIERS -> false;
                };
        unless(
                attribute.codes().isEmpty() != hasCodes,
                "%s: codes and form of %s do not agree".formatted(code, attribute.name()));
        unless(
                attribute.adding() == Adding.FREE || isKeptApart(indicator, attribute),
                "%s: values cannot be told apart by %s".formatted(code, attribute.name()));
    }

    /** Figures that count people are not divided by what a value says beside it: small numbers would come of it. */
    private static boolean isKeptApart(Indicator indicator, Attribute attribute) {
        var isAdded =
                switch (indicator.aggregation()) {
                    case SUM, RATIO_OF_SUMS -> indicator.groupUse() == GroupUse.NONE;
                    case WEIGHTED_MEAN, COUNT_DISTINCT, COUNT_TRUE, COUNT_BY_VALUE, LATEST, DERIVED -> false;
                };
        var fits =
                switch (attribute.adding()) {
                    case FREE -> true;
                    case LABELLED ->
                        attribute.form() == Form.CODE
                                || attribute.form() == Form.CODES
                                || attribute.form() == Form.YEAR;
                    case ALIKE -> attribute.form() == Form.CODE && !indicator.disclosureControl();
                    case OF_WHICH ->
                        attribute.form() == Form.NUMBER
                                && indicator.aggregation() == Aggregation.SUM
                                && !indicator.disclosureControl();
                    case ONE_OWNER -> attribute.form() == Form.IDENTIFIERS;
                };
        return isAdded && fits;
    }

    private void rule(Rule rule) {
        operand(rule, rule.left());
        operand(rule, rule.right());
        if (rule.right() instanceof Operand.Detail(String name)) {
            var fits = rule.left() instanceof Operand.Reference left
                    && catalogue
                            .find(left.indicator())
                            .flatMap(indicator -> indicator.attribute(name))
                            .filter(attribute -> attribute.form() == Form.NUMBER)
                            .isPresent();
            unless(fits, "%s: the value has no number @%s".formatted(rule.name(), name));
        }
        unless(rule.left() instanceof Operand.Reference, rule.name() + " checks no value");
    }

    private void operand(Rule rule, Operand operand) {
        if (operand instanceof Operand.Reference reference) {
            var indicator = catalogue.find(reference.indicator());
            if (indicator.isEmpty()) {
                faults.add("%s: %s is not defined".formatted(rule.name(), reference.indicator()));
                return;
            }
            unless(
                    (reference.part() != Part.VALUE) == isRatio(indicator.get()),
                    "%s: %s is no part of %s".formatted(rule.name(), reference.part(), reference.indicator()));
            unless(
                    reference.groups() != Groups.ONE || indicator.get().groups().contains(reference.group()),
                    "%s: %s has no group %s".formatted(rule.name(), reference.indicator(), reference.group()));
        }
    }

    private void requirement(Requirement requirement) {
        Optional.ofNullable(requirement.when())
                .filter(code -> catalogue.find(code).isEmpty())
                .ifPresent(code -> faults.add("%s: %s is not defined".formatted(requirement.name(), code)));
        requirement.oneOf().stream()
                .filter(one -> !one.equals(Requirement.FRAMEWORK) && !one.startsWith(Requirement.NARRATIVE))
                .filter(one -> catalogue.find(one).isEmpty())
                .forEach(one -> faults.add("%s: %s is not defined".formatted(requirement.name(), one)));
    }

    private static boolean isRatio(Indicator indicator) {
        return indicator.kind() == Kind.RATIO || indicator.kind() == Kind.PART_OF;
    }

    private void unless(boolean sound, String fault) {
        if (!sound) {
            faults.add(fault);
        }
    }
}

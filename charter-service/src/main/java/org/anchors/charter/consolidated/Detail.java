package org.anchors.charter.consolidated;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.Total.Name;
import org.anchors.charter.indicator.Attribute;
import org.anchors.charter.indicator.Attribute.Adding;
import org.anchors.charter.indicator.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * What values carry beside their figure and what the catalogue says of adding it (indicators.csv). It is pooled like a group of the
 * indicator: a part by the attribute's name, and values that say something by the name and what they say, as {@code method=ECC}.
 */
record Detail(Indicator indicator, Attribute attribute) {

    static final String NOT_SAID = "NOT_SAID";

    private static final String SAYS = "=";

    /** What is longer is no identifier; newer reports are refused with one. */
    private static final int LONGEST = 200;

    /** Those of an indicator that matter when its values are added. */
    static Stream<Detail> of(Indicator indicator) {
        return indicator.attributes().stream()
                .filter(attribute -> attribute.adding() != Adding.FREE)
                .map(attribute -> new Detail(indicator, attribute));
    }

    static Stream<Detail> of(Indicator indicator, Adding adding) {
        return of(indicator).filter(detail -> detail.attribute.adding() == adding);
    }

    /** The attribute that a figure is of; none for other figures. */
    static Stream<Detail> named(Indicator indicator, String group) {
        return of(indicator)
                .filter(detail ->
                        group.equals(detail.attribute.name()) || group.startsWith(detail.attribute.name() + SAYS));
    }

    /** The figures that stand beside the indicator's own. */
    Stream<Name> figures() {
        return switch (attribute.adding()) {
            case ALIKE ->
                Stream.concat(attribute.codes().stream(), Stream.of(NOT_SAID)).map(this::saying);
            case OF_WHICH -> Stream.of(part());
            case FREE, LABELLED, ONE_OWNER -> Stream.empty();
        };
    }

    /** The part of the value. */
    Name part() {
        return new Name(indicator.code(), attribute.name());
    }

    /** The values that say something; null for nothing. */
    Name saying(@Nullable String said) {
        return new Name(indicator.code(), attribute.name() + SAYS + (said == null ? NOT_SAID : inOrder(said)));
    }

    /** What the values of such a figure say; empty for another figure. */
    Optional<String> saidIn(Name name) {
        var saying = attribute.name() + SAYS;
        return name.indicator().equals(indicator.code()) && name.group().startsWith(saying)
                ? Optional.of(name.group().substring(saying.length()))
                : Optional.empty();
    }

    /** What a list says does not depend on its order. */
    private String inOrder(String said) {
        return switch (attribute.form()) {
            case CODES ->
                items(said)
                        .sorted(Comparator.comparing(attribute.codes()::indexOf))
                        .collect(Collectors.joining(";"));
            case CODE, NUMBER, YEAR, DAY, TEXT, IDENTIFIERS -> said;
        };
    }

    static Stream<String> items(String list) {
        return Arrays.stream(list.split(";"))
                .map(String::strip)
                .filter(item -> !item.isEmpty() && item.length() <= LONGEST)
                .distinct();
    }
}

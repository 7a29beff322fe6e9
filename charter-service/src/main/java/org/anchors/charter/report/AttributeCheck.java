package org.anchors.charter.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anchors.charter.indicator.Attribute;
import org.anchors.charter.indicator.Indicator;
import org.anchors.kit.edge.Scalar;
import org.jspecify.annotations.Nullable;

/** Checks what a value carries beside its figure: known names, the right form, what is asked for, what stays as it was. */
final class AttributeCheck {

    static final String MISSING = "attribute-missing";

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_IDENTIFIER = 200;
    private static final Pattern A_YEAR = Pattern.compile("(19|20)\\d{2}");

    private final Indicator indicator;
    private final Figure figure;
    private final LastYear lastYear;
    private final Findings findings;

    AttributeCheck(Indicator indicator, Figure figure, LastYear lastYear, Findings findings) {
        this.indicator = indicator;
        this.figure = figure;
        this.lastYear = lastYear;
        this.findings = findings;
    }

    void run() {
        var sent = figure.attributes();
        sent.forEach(this::known);
        if (figure.isGiven()) {
            indicator.attributes().forEach(attribute -> expected(attribute, sent.get(attribute.name())));
        }
    }

    private void known(String name, @Nullable Scalar value) {
        var attribute = indicator.attribute(name);
        if (attribute.isEmpty()) {
            var known = indicator.attributes().stream().map(Attribute::name).collect(Collectors.joining(", "));
            fault(name, "unknown-attribute", name, known.isEmpty() ? "Leave it out." : "Known here: " + known + ".");
        } else if (value != null) {
            form(attribute.get(), value);
        }
    }

    private void form(Attribute attribute, Scalar value) {
        var fits =
                switch (attribute.form()) {
                    case CODE -> attribute.codes().contains(Attributes.text(value));
                    case CODES -> attribute.codes().containsAll(list(value));
                    case NUMBER -> value instanceof Scalar.Number(var number) && number.signum() >= 0;
                    case YEAR -> A_YEAR.matcher(Attributes.text(value)).matches();
                    case DAY -> isDay(Attributes.text(value));
                    case TEXT ->
                        value instanceof Scalar.Text(var text) && !text.isBlank() && text.length() <= LONGEST_TEXT;
                    case IDENTIFIERS -> value instanceof Scalar.Text(var text) && areIdentifiers(text, list(value));
                };
        if (!fits) {
            fault(attribute.name(), "attribute-form", Attributes.text(value), "Send " + attribute.wanted() + ".");
        }
        repeated(attribute, value)
                .ifPresent(twice -> fault(attribute.name(), "identifier-given-twice", twice, "Name each once."));
    }

    private static boolean areIdentifiers(String text, List<String> list) {
        return text.length() <= Attribute.LONGEST_LIST
                && list.size() <= Attribute.MOST_IDENTIFIERS
                && list.stream().noneMatch(one -> one.isEmpty() || one.length() > LONGEST_IDENTIFIER);
    }

    private static Optional<String> repeated(Attribute attribute, Scalar value) {
        var seen = new HashSet<String>();
        return switch (attribute.form()) {
            case CODES, IDENTIFIERS ->
                list(value).stream().filter(one -> !seen.add(one)).findFirst();
            case CODE, NUMBER, YEAR, DAY, TEXT -> Optional.empty();
        };
    }

    private void expected(Attribute attribute, @Nullable Scalar value) {
        if (value == null) {
            if (attribute.asked()) {
                query(attribute, MISSING, null, "Say it (%s): %s.".formatted(attribute.meaning(), attribute.wanted()));
            }
            return;
        }
        lastYear.find(indicator.code(), figure.sent().group())
                .map(said -> said.attributes().get(attribute.name()))
                .filter(before -> attribute.fixed() && !before.equals(Attributes.text(value)))
                .ifPresent(before -> query(
                        attribute,
                        ChangeCheck.BASELINE,
                        "%s against %s in %s".formatted(Attributes.text(value), before, lastYear.year()),
                        "It stays from year to year: send last year's, or explain why it changed."));
    }

    private static List<String> list(Scalar value) {
        return Arrays.stream(Attributes.text(value).split(";", -1))
                .map(String::strip)
                .toList();
    }

    private static boolean isDay(String text) {
        try {
            return !LocalDate.parse(text).isBefore(LocalDate.EPOCH);
        } catch (DateTimeParseException other) {
            return false;
        }
    }

    private void query(Attribute attribute, String rule, @Nullable String given, String mend) {
        findings.query(figure, "/attributes/" + attribute.name(), rule, given, mend, lastYear);
    }

    private void fault(String name, String rule, String given, String mend) {
        var place = name.replace("~", "~0").replace("/", "~1");
        findings.fault(figure.at() + "/attributes/" + place, indicator.code(), rule, given, mend);
    }

    /** What was sent beside a figure, by name. */
    static Map<String, Scalar> of(Submission.Value sent) {
        return sent.attributes() == null ? Map.of() : sent.attributes();
    }
}

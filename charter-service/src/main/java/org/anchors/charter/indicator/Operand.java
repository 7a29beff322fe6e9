package org.anchors.charter.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One side of a rule, as it is written in the catalogue. */
@Schema(type = SchemaType.STRING, examples = "EMP-07[*].denominator")
public sealed interface Operand {

    /** A number, the same for every report. */
    record Constant(BigDecimal number) implements Operand {
        @Override
        public String written() {
            return number.toPlainString();
        }
    }

    /** One part of one indicator, of the groups that are meant. */
    record Reference(
            String indicator, Groups groups, @Nullable String group, Part part) implements Operand {
        @Override
        public String written() {
            var which =
                    switch (groups) {
                        case NO_GROUP -> "";
                        case ONE -> "[" + group + "]";
                        case EACH -> "[*]";
                        case EACH_CLASS, SUM_OF_CLASSES -> "[other]";
                    };
            var prefix = groups == Groups.SUM_OF_CLASSES ? "sum " : "";
            return prefix + indicator + which + "." + part.name().toLowerCase(Locale.ROOT);
        }
    }

    /** An attribute of the value itself, which must be a number. */
    record Detail(String attribute) implements Operand {
        @Override
        public String written() {
            return "@" + attribute;
        }
    }

    /** Which groups' values are meant. */
    enum Groups {
        NO_GROUP,
        ONE,
        EACH,
        /** Each group but the one that unites them. */
        EACH_CLASS,
        /** The sum of all groups but the one that unites them, where every one was given. */
        SUM_OF_CLASSES
    }

    /** Which number of a value is meant. */
    enum Part {
        VALUE,
        NUMERATOR,
        DENOMINATOR
    }

    /** The group that unites overlapping classes without counting anything twice. */
    String UNION = "union";

    Pattern FORM = Pattern.compile("(sum )?([A-Z]{3}-\\d{2})(?:\\[([^\\]]+)\\])?\\.(value|numerator|denominator)");

    @JsonValue
    String written();

    /**
     * Reads an operand such as {@code EMP-07[*].denominator}, {@code sum PRO-03[other].numerator}, {@code @rooms} or {@code 30}.
     */
    @JsonCreator
    static Operand parse(String text) {
        if (text.startsWith("@")) {
            return new Detail(text.substring(1));
        }
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return new Constant(new BigDecimal(text));
        }
        var group = form.group(3);
        var part = Part.valueOf(form.group(4).toUpperCase(Locale.ROOT));
        return new Reference(form.group(2), groups(form.group(1) != null, group), group, part);
    }

    private static Groups groups(boolean sum, @Nullable String group) {
        if (group == null) {
            return Groups.NO_GROUP;
        }
        return switch (group) {
            case "*" -> Groups.EACH;
            case "other" -> sum ? Groups.SUM_OF_CLASSES : Groups.EACH_CLASS;
            default -> Groups.ONE;
        };
    }
}

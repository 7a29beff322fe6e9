package org.anchors.kit.copy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Fields of rows, as texts that the table's columns read. */
final class Fields {

    private Fields() {}

    /** A number, text, day or instant; an enum by its name. */
    static @Nullable String text(@Nullable Object field) {
        return switch (field) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            case Enum<?> constant -> constant.name();
            case Object other -> other.toString();
        };
    }
}

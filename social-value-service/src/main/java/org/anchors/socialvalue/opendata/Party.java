package org.anchors.socialvalue.opendata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation with its part in the process. */
record Party(String id, String name, @Nullable Identifier identifier, List<String> roles) {

    /** A number in a register. */
    record Identifier(String scheme, String id) {}

    /** How other sections name a party. */
    record Reference(String id, String name) {}

    Reference reference() {
        return new Reference(id, name);
    }

    static Party buyer(String key, String name) {
        return new Party(key, name, null, List.of("buyer"));
    }

    /** A supplier, by an identifier such as {@code GB-COH-01234567}: the register's code has two parts, where there are more. */
    static Party supplier(Awarded.Winner winner) {
        var id = winner.supplierId();
        var first = id.indexOf('-');
        var second = id.indexOf('-', first + 1);
        var end = second < 0 ? first : second;
        var identifier = new Identifier(id.substring(0, end), id.substring(end + 1));
        return new Party(id, winner.supplier(), identifier, List.of("supplier", "tenderer"));
    }
}

package org.anchors.charter.export;

import static org.anchors.charter.export.Table.Column.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.anchors.charter.export.Table.Column;
import org.anchors.charter.section.SocialValue;
import org.anchors.kit.table.Cell;
import org.anchors.kit.table.Sheet;
import org.jspecify.annotations.Nullable;

/** Social value of contracts: all of them, and the amounts by each catalogue, which are not added up. */
final class SocialValueTable {

    private static final Table<Line> LINES = new Table<>(List.of(
            text("contracts of", Line::of),
            text("catalogue", Line::catalogue),
            new Column<>("contracts", Line::contracts),
            new Column<>("contracts with ten per cent or more", Line::tenPercentOrMore),
            new Column<>("worth", Line::worth),
            new Column<>("committed", line -> Sheet.number(line.committed())),
            new Column<>("due", line -> Sheet.number(line.due())),
            new Column<>("delivered", line -> Sheet.number(line.delivered())),
            text("currency", Line::currency),
            text("caveat", Line::caveat)));

    private SocialValueTable() {}

    private record Line(
            String of,
            @Nullable String catalogue,
            @Nullable Cell contracts,
            @Nullable Cell tenPercentOrMore,
            @Nullable Cell worth,
            @Nullable BigDecimal committed,
            @Nullable BigDecimal due,
            @Nullable BigDecimal delivered,
            String currency,
            @Nullable String caveat) {

        static Line all(SocialValue value) {
            return new Line(
                    "the year",
                    null,
                    Sheet.number(value.contracts()),
                    Sheet.number(value.tenPercentOrMore()),
                    Sheet.number(value.value()),
                    value.committed(),
                    value.due(),
                    value.delivered(),
                    value.currency(),
                    value.caveat());
        }

        static Line of(SocialValue.Amounts amounts, String currency) {
            return new Line(
                    "a catalogue",
                    amounts.catalogue(),
                    null,
                    null,
                    null,
                    amounts.committed(),
                    amounts.due(),
                    amounts.delivered(),
                    currency,
                    null);
        }
    }

    static Sheet of(@Nullable SocialValue value) {
        var lines = value == null
                ? Stream.<Line>of()
                : Stream.concat(
                        Stream.of(Line.all(value)),
                        value.catalogues().stream().map(amounts -> Line.of(amounts, value.currency())));
        return LINES.sheet("Social value", lines.toList());
    }
}

package org.anchors.charter.impact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.anchors.charter.section.SocialValue;
import org.jspecify.annotations.Nullable;

/** Social value of contracts: what was awarded, promised and delivered. */
record SocialValueSection(SocialValue value, Markup page) {

    void write() {
        page.element(
                "p",
                "%s awarded in the year, worth %s over their whole terms; %d of them gave social value a tenth of the marks or more."
                        .formatted(
                                Words.count(value.contracts(), "contract was", "contracts were"),
                                money(value.value()),
                                value.tenPercentOrMore()));
        page.element(
                "p",
                "Social value committed: %s. Due in the year: %s. Delivered and approved: %s."
                        .formatted(money(value.committed()), money(value.due()), money(value.delivered())));
        Optional.ofNullable(value.caveat()).ifPresent(caveat -> page.element("p", caveat));
        if (!value.catalogues().isEmpty()) {
            new Grid(
                            "Social value by catalogue, in pounds",
                            List.of("Catalogue", "Committed", "Due", "Delivered"),
                            value.catalogues().stream()
                                    .map(amounts -> List.of(
                                            amounts.catalogue(),
                                            money(amounts.committed()),
                                            money(amounts.due()),
                                            money(amounts.delivered())))
                                    .toList(),
                            List.of(1, 2, 3))
                    .write(page);
        }
        page.element("p", Words.upTo(value.upTo(), value.receivedAt()), "class", "source");
    }

    private static String money(@Nullable BigDecimal pounds) {
        return pounds == null ? Words.NOTHING : "\u00A3" + Words.number(pounds);
    }
}

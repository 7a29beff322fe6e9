package org.anchors.socialvalue.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.contract.Contract;
import org.anchors.socialvalue.contract.Indicator;
import org.anchors.socialvalue.contract.Indicators;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Indicators of contracts with how suppliers were rated by them last. */
@ApplicationScoped
class RatedIndicators {

    private final Rows rows;
    private final Indicators indicators;

    RatedIndicators(Rows rows, Indicators indicators) {
        this.rows = rows;
        this.indicators = indicators;
    }

    /** All of a contract, as everybody may read them. */
    @Schema(name = "PublishedIndicators", description = "What the supplier of a contract is measured by.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Published(
            String contract,
            String buyer,
            String title,
            String supplier,
            List<Indicator> indicators,

            @Nullable @Schema(description = "The ratings of the newest period that is approved; absent until then")
            Rated newest) {}

    /** How a supplier was rated for a period. */
    @Schema(name = "RatedIndicators", description = "How the supplier was rated for a period.")
    record Rated(
            LocalDate from,
            LocalDate to,

            @Schema(implementation = Object.class, description = "Ratings by indicator") @JsonRawValue
            String ratings) {}

    /** Those of a contract, where there are any. */
    Optional<Published> of(Contract contract) {
        return Optional.of(indicators.of(contract.id()))
                .filter(published -> !published.isEmpty())
                .map(published -> new Published(
                        contract.key(),
                        contract.buyer(),
                        contract.title(),
                        contract.supplier().name(),
                        published,
                        newest(contract.id()).orElse(null)));
    }

    private Optional<Rated> newest(UUID contract) {
        return rows.first(
                """
                select from_day, to_day, ratings from delivery
                where contract = ? and ratings is not null and %s order by to_day desc, number desc limit 1
                """.formatted(Delivered.COUNTS),
                row -> new Rated(
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("ratings")),
                contract);
    }
}

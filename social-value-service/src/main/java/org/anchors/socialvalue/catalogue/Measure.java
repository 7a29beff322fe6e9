package org.anchors.socialvalue.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One measure of a catalogue. */
@Entity
@Immutable
class Measure {

    @Id
    private UUID id;

    private UUID catalogue;
    private String code;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String theme;
    private @Nullable String outcome;
    private String unit;
    private @Nullable BigDecimal proxy;
    private @Nullable String currency;

    @Column(name = "price_year")
    private @Nullable Integer priceYear;

    private @Nullable String source;
    private @Nullable BigDecimal low;
    private @Nullable BigDecimal high;

    @Column(name = "stacks_with")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> stacksWith;

    @Column(name = "local_multiplier")
    private @Nullable BigDecimal localMultiplier;

    @Column(name = "risk_to_life")
    private @Nullable Boolean riskToLife;

    private @Nullable String licence;
    private @Nullable Boolean redistributable;

    protected Measure() {}

    static Measure of(Catalogue catalogue, Upload.Row row) {
        var measure = new Measure();
        measure.id = UUID.randomUUID();
        measure.catalogue = catalogue.id();
        measure.code = row.code();
        measure.kind = row.kindOrMonetised();
        measure.theme = row.theme();
        measure.outcome = row.outcome();
        measure.unit = row.unit();
        measure.proxy = toThePenny(row.proxy());
        measure.currency = measure.kind == Kind.MONETISED ? row.currencyOrPounds() : null;
        measure.priceYear = row.priceYear();
        measure.source = row.source();
        measure.low = toThePenny(row.low());
        measure.high = toThePenny(row.high());
        measure.stacksWith = row.stacksWithOrNone();
        measure.localMultiplier = row.localMultiplier();
        measure.riskToLife = row.riskToLife();
        measure.licence = row.licence();
        measure.redistributable = row.redistributable();
        return measure;
    }

    private static @Nullable BigDecimal toThePenny(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    String code() {
        return code;
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    String theme() {
        return theme;
    }

    @Nullable
    String outcome() {
        return outcome;
    }

    String unit() {
        return unit;
    }

    @Nullable
    BigDecimal proxy() {
        return proxy;
    }

    @Nullable
    String currency() {
        return currency;
    }

    @Nullable
    Integer priceYear() {
        return priceYear;
    }

    @Nullable
    String source() {
        return source;
    }

    @Nullable
    BigDecimal low() {
        return low;
    }

    @Nullable
    BigDecimal high() {
        return high;
    }

    List<String> stacksWith() {
        return stacksWith;
    }

    @Nullable
    BigDecimal localMultiplier() {
        return localMultiplier;
    }

    @Nullable
    Boolean riskToLife() {
        return riskToLife;
    }

    @Nullable
    String licence() {
        return licence;
    }

    @Nullable
    Boolean redistributable() {
        return redistributable;
    }
}

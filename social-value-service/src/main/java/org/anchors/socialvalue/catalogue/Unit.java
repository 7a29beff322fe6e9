package org.anchors.socialvalue.catalogue;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a measure is counted in. */
enum Unit {
    FTE_YEAR("FTE-year"),
    PERSON("person"),
    PERSON_WEEK("person-week"),
    HOUR("hour"),
    DAY("day"),
    WEEK("week"),
    GBP("GBP"),
    PERCENT("percent"),
    TONNE_CO2E("tCO2e"),
    TONNE("tonne"),
    KILOGRAM("kg"),
    KILOWATT_HOUR("kWh"),
    MILE("mile"),
    KILOMETRE("km"),
    SQUARE_METRE("m2"),
    HECTARE("hectare"),
    ORGANISATION("organisation"),
    EVENT("event"),
    ITEM("item"),
    TEXT("text");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    static Optional<Unit> of(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst();
    }

    static String symbols() {
        return Arrays.stream(values()).map(unit -> unit.symbol).collect(Collectors.joining(", "));
    }
}

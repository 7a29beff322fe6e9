package org.anchors.socialvalue.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.jspecify.annotations.Nullable;

/** The rules of one measure by itself. Money is exact, with at most two places. */
final class RowCheck {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final BigDecimal LARGEST_MULTIPLIER = new BigDecimal(100);
    private static final int EARLIEST_YEAR = 1990;
    private static final int LATEST_YEAR = 2100;

    private final Upload.Row row;
    private final String at;
    private final List<Fault> faults = new ArrayList<>();

    private RowCheck(Upload.Row row, String at) {
        this.row = row;
        this.at = at;
    }

    static List<Fault> faultsOf(Upload.Row row, String at) {
        var check = new RowCheck(row, at);
        check.unit();
        switch (row.kindOrMonetised()) {
            case MONETISED -> {
                check.value();
                check.multiplier();
            }
            case RECORD_ONLY, TEXT -> check.noValue();
        }
        return check.faults;
    }

    private void unit() {
        if (row.unit() == null || row.unit().isBlank()) {
            return;
        }
        var unit = Unit.of(row.unit());
        if (unit.isEmpty()) {
            add("unit", "unknown-unit", row.unit(), "Use one of " + Unit.symbols() + ".");
        } else if ((unit.get() == Unit.TEXT) != (row.kindOrMonetised() == Kind.TEXT)) {
            add(
                    "unit",
                    "unit-and-kind",
                    row.unit(),
                    "Use the unit text for measures of the kind TEXT, and only there.");
        }
    }

    private void value() {
        if (row.proxy() == null) {
            add("proxy", "proxy-missing", null, "Give the proxy value, or set kind to RECORD_ONLY.");
        }
        if (row.priceYear() == null) {
            add("priceYear", "price-year-missing", null, "Give the year whose prices the proxy value is in.");
        } else if (row.priceYear() < EARLIEST_YEAR || row.priceYear() >= LATEST_YEAR) {
            add("priceYear", "year-out-of-range", row.priceYear().toString(), "Send a year from 1990 to 2099.");
        }
        if (row.source() == null || row.source().isBlank()) {
            add("source", "source-missing", null, "Say where the proxy value is taken from.");
        }
        if (!isCurrency(row.currencyOrPounds())) {
            add("currency", "unknown-currency", row.currencyOrPounds(), "Send an ISO 4217 code such as GBP.");
        }
        var moneyIsFine = money("proxy", row.proxy()) & money("low", row.low()) & money("high", row.high());
        if (moneyIsFine) {
            range();
        }
    }

    private void multiplier() {
        var multiplier = row.localMultiplier();
        if (multiplier != null && (multiplier.signum() <= 0 || multiplier.compareTo(LARGEST_MULTIPLIER) > 0)) {
            add("localMultiplier", "out-of-range", plain(multiplier), "Send more than 0, at most 100.");
        }
    }

    private void range() {
        var proxy = row.proxy();
        if (row.low() != null && row.high() != null && row.low().compareTo(row.high()) > 0) {
            add("low", "low-above-high", plain(row.low()), "Send a low that is at most " + plain(row.high()) + ".");
        } else if (proxy != null && row.low() != null && proxy.compareTo(row.low()) < 0) {
            add("proxy", "proxy-outside-range", plain(proxy), "Send at least low, " + plain(row.low()) + ".");
        } else if (proxy != null && row.high() != null && proxy.compareTo(row.high()) > 0) {
            add("proxy", "proxy-outside-range", plain(proxy), "Send at most high, " + plain(row.high()) + ".");
        }
    }

    private boolean money(String field, @Nullable BigDecimal amount) {
        if (amount == null) {
            return true;
        }
        if (amount.signum() < 0) {
            add(field, "negative", plain(amount), "Send 0 or more.");
        } else if (amount.compareTo(Findings.MOST_MONEY) >= 0) {
            add(field, "amount-out-of-range", plain(amount), "Send less than 1e12.");
        } else if (amount.stripTrailingZeros().scale() > 2) {
            add(field, "more-than-two-places", plain(amount), "Send whole pence.");
        } else {
            return true;
        }
        return false;
    }

    private void noValue() {
        noValue("proxy", row.proxy());
        noValue("currency", row.currency());
        noValue("priceYear", row.priceYear());
        noValue("low", row.low());
        noValue("high", row.high());
        noValue("localMultiplier", row.localMultiplier());
        noValue("riskToLife", row.riskToLife());
    }

    private void noValue(String field, @Nullable Object given) {
        if (given != null) {
            var text = given instanceof BigDecimal amount ? plain(amount) : given.toString();
            add(field, "value-of-a-measure-without-value", text, "Leave it out, or set kind to MONETISED.");
        }
    }

    private static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }

    private void add(String field, String rule, @Nullable String given, String mend) {
        faults.add(new Fault(at + "/" + field, rule, given, mend));
    }
}

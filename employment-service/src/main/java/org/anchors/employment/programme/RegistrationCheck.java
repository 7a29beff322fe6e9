package org.anchors.employment.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.outcome.OutcomeRules;
import org.anchors.employment.privacy.Masked;
import org.anchors.employment.privacy.PersonalData;
import org.anchors.employment.privacy.PrivateBodies;
import org.anchors.kit.edge.Findings;
import org.jspecify.annotations.Nullable;

/** The rules that a registration must keep beyond its shape; finds every fault, in a body that may be incomplete. */
final class RegistrationCheck {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private final List<Fault> faults = new ArrayList<>();

    private RegistrationCheck() {}

    static List<Fault> faultsOf(Registration registration, LocalDate today) {
        var check = new RegistrationCheck();
        check.faults.addAll(ofText("/key", registration.key()));
        check.faults.addAll(ofText("/name", registration.name()));
        check.faults.addAll(ofText("/provider", registration.provider()));
        check.rule(registration, today);
        check.partners(registration);
        check.start(registration.startsOn());
        check.groups(registration.targetGroupsOrNone());
        check.funding(registration.funding());
        return List.copyOf(check.faults);
    }

    /** What a programme's own words are may be names, of institutions too, but nobody's number, address or date of birth. */
    static List<Fault> ofText(String at, @Nullable String text) {
        return text == null
                ? List.of()
                : PersonalData.inName(text).map(kind -> PrivateBodies.fault(at, kind)).stream()
                        .toList();
    }

    private void rule(Registration registration, LocalDate today) {
        var name = registration.outcomeRule();
        var names = OutcomeRules.released().names();
        if (name != null && !names.contains(name)) {
            add("/outcomeRule", "unknown-rule", Masked.given("outcomeRule", name), "Send one of %s.".formatted(names));
        } else if (name != null
                && isThisCenturys(registration.startsOn())
                && registration.rule(today).isEmpty()) {
            add("/outcomeRule", "rule-not-in-force", name, "Send a rule that is for programmes which begin then.");
        }
    }

    private void partners(Registration registration) {
        var partners = registration.deliveryPartnersOrNone();
        repeated("/deliveryPartners", partners);
        for (var i = 0; i < partners.size(); i++) {
            faults.addAll(ofText("/deliveryPartners/" + i, partners.get(i)));
            if (partners.get(i) != null && partners.get(i).equals(registration.provider())) {
                add("/deliveryPartners/" + i, "partner-is-provider", partners.get(i), "Name only other organisations.");
            }
        }
    }

    private void start(@Nullable LocalDate startsOn) {
        if (!isThisCenturys(startsOn)) {
            add("/startsOn", "date-out-of-range", String.valueOf(startsOn), "Send a day from 2000 to 2099.");
        }
    }

    private static boolean isThisCenturys(@Nullable LocalDate day) {
        return day == null || (!day.isBefore(EARLIEST) && day.isBefore(LATEST));
    }

    private void groups(List<String> groups) {
        repeated("/targetGroups", groups);
        for (var i = 0; i < groups.size(); i++) {
            if (groups.get(i) != null && !TargetGroup.keys().contains(groups.get(i))) {
                add("/targetGroups/" + i, "unknown-group", groups.get(i), "Use one of " + TargetGroup.LIST + ".");
            }
        }
    }

    private void funding(@Nullable Funding funding) {
        if (funding == null) {
            return;
        }
        faults.addAll(ofText("/funding/source", funding.source()));
        if (funding.amount() != null) {
            amount(funding.amount());
        }
        var currency = funding.currency();
        if ((funding.amount() == null) != (currency == null)) {
            add("/funding", "amount-and-currency", null, "Send amount and currency together or neither.");
        } else if (currency != null && !isCurrency(currency)) {
            add("/funding/currency", "unknown-currency", currency, "Send an ISO 4217 code such as GBP.");
        }
    }

    private void amount(BigDecimal amount) {
        if (amount.signum() < 0 || amount.compareTo(Findings.MOST_MONEY) >= 0) {
            add("/funding/amount", "amount-out-of-range", amount.toPlainString(), "Send 0 or more, below 1e12.");
        } else if (amount.stripTrailingZeros().scale() > 2) {
            add("/funding/amount", "more-than-two-places", amount.toPlainString(), "Send whole pence.");
        }
    }

    private void repeated(String at, List<String> items) {
        var seen = new HashSet<String>();
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (item != null && !seen.add(item)) {
                add(at + "/" + i, "repeated", item, "Name each only once.");
            }
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> Objects.equals(currency.getCurrencyCode(), code));
    }

    private void add(String at, String rule, @Nullable String given, String mend) {
        faults.add(new Fault(at, rule, given, mend));
    }
}

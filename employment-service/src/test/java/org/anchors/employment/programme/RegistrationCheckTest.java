package org.anchors.employment.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    @Test
    void refusesNumbersAndBirthdaysInEveryFieldOfItsOwnWords() {
        var sent = new Registration(
                "p-9434765919",
                "Jan 3 May 1998",
                "ss14-1aa",
                List.of("a-943-476-5919"),
                null,
                null,
                null,
                null,
                "IPS",
                null,
                null);
        assertEquals(
                List.of(
                        "/key looks-like-an-nhs-number",
                        "/name looks-like-a-date-of-birth",
                        "/provider looks-like-a-postcode",
                        "/deliveryPartners/0 looks-like-an-nhs-number"),
                RegistrationCheck.faultsOf(sent, TODAY).stream()
                        .map(fault -> fault.at() + " " + fault.rule())
                        .toList());
    }

    @Test
    void refusesARuleThatIsNotThere() {
        var sent = new Registration("a", "A", "mse-icb", null, null, null, null, null, "FOUR_WEEKS", null, null);
        var fault = RegistrationCheck.faultsOf(sent, TODAY).getFirst();
        assertEquals("/outcomeRule unknown-rule", fault.at() + " " + fault.rule());
        assertTrue(fault.mend().contains("THREE_MONTHS, IPS"), fault.mend());
    }

    @Test
    void findsNothingWrongWithTheLeastThatCanBeSaid() {
        assertEquals(List.of(), faults(List.of(), null, List.of(), null));
        assertEquals(
                List.of(),
                RegistrationCheck.faultsOf(
                        new Registration("a", "A", "mse-icb", null, null, null, null, null, "IPS", null, null), TODAY));
    }

    @Test
    void knowsEveryTargetGroup() {
        assertEquals(TargetGroup.LIST, String.join(", ", TargetGroup.keys()));
        assertEquals(List.of(), faults(List.of(), null, TargetGroup.keys(), null));
        assertEquals(
                List.of("/targetGroups/1 unknown-group", "/targetGroups/2 unknown-group"),
                faults(List.of(), null, List.of("16-24", "CARER", ""), null));
    }

    @Test
    void refusesWhatIsNamedTwiceAtTheSecondPlace() {
        assertEquals(
                List.of("/deliveryPartners/2 repeated", "/targetGroups/1 repeated"),
                faults(List.of("sec", "eput", "sec"), null, List.of("carer", "carer"), null));
    }

    @Test
    void refusesTheProviderAsItsOwnPartner() {
        assertEquals(
                List.of("/deliveryPartners/0 partner-is-provider"), faults(List.of("mse-icb"), null, List.of(), null));
    }

    @ParameterizedTest
    @CsvSource({
        "2000-01-01, true",
        "1999-12-31, false",
        "2099-12-31, true",
        "2100-01-01, false",
        "+999999999-12-31, false"
    })
    void takesAStartInThisCentury(LocalDate startsOn, boolean fine) {
        assertEquals(
                fine ? List.of() : List.of("/startsOn date-out-of-range"),
                faults(List.of(), startsOn, List.of(), null));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0, GBP, -",
                "250000.10, GBP, -",
                "250000.1000, EUR, -",
                "999999999999.99, GBP, -",
                "-, -, -",
                "-0.01, GBP, /funding/amount amount-out-of-range",
                "1000000000000, GBP, /funding/amount amount-out-of-range",
                "0.001, GBP, /funding/amount more-than-two-places",
                "1, -, /funding amount-and-currency",
                "-, GBP, /funding amount-and-currency",
                "1, gbp, /funding/currency unknown-currency",
                "1, POUNDS, /funding/currency unknown-currency"
            })
    void takesMoneyToThePennyWithItsCurrency(
            @Nullable BigDecimal amount, @Nullable String currency, @Nullable String fault) {
        var funding = new Funding("UK Shared Prosperity Fund", amount, currency);
        assertEquals(fault == null ? List.of() : List.of(fault), faults(List.of(), null, List.of(), funding));
    }

    private static List<String> faults(
            List<String> partners, @Nullable LocalDate startsOn, List<String> groups, @Nullable Funding funding) {
        var registration = new Registration(
                "academy", "Academy", "mse-icb", partners, startsOn, 6, 30, groups, "THREE_MONTHS", null, funding);
        return RegistrationCheck.faultsOf(registration, TODAY).stream()
                .map(fault -> fault.at() + " " + fault.rule())
                .toList();
    }
}

package org.anchors.socialvalue.methodology;

import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.policy.BuyerType;
import org.anchors.socialvalue.policy.Notice;
import org.anchors.socialvalue.policy.Regime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** For which notice somebody asks what policies hold: all of it is said, or nothing. */
@SuppressWarnings("NullAway.Init")
public class PolicyQuery {

    private static final int LONGEST = 20;

    @Parameter(
            description = "Date of the notice; with regime and valueWithVat, what each policy asks for there",
            schema = @Schema(implementation = LocalDate.class))
    @QueryParam("noticeDate")
    @Nullable
    String noticeDate;

    @Parameter(description = "The law that the procurement follows", schema = @Schema(implementation = Regime.class))
    @QueryParam("regime")
    @Nullable
    String regime;

    @Parameter(
            description = "What kind of a public body buys; NHS, unless said otherwise",
            schema = @Schema(implementation = BuyerType.class))
    @QueryParam("buyerType")
    @Nullable
    String buyerType;

    @Parameter(
            description = "Value of the contract in GBP, with VAT",
            schema = @Schema(implementation = BigDecimal.class))
    @QueryParam("valueWithVat")
    @Nullable
    String valueWithVat;

    private final Findings found = new Findings();

    /** The notice that was asked about, if one was. */
    Optional<Notice> notice() {
        if (Stream.of(noticeDate, regime, buyerType, valueWithVat).allMatch(given -> given == null)) {
            return Optional.empty();
        }
        var on = read("noticeDate", noticeDate, LocalDate::parse, "Send a date such as 2026-01-15.");
        var law = read("regime", regime, Regime::valueOf, "Send one of %s.".formatted(names(Regime.values())));
        var buyer = read(
                "buyerType",
                buyerType == null ? BuyerType.NHS.name() : buyerType,
                BuyerType::valueOf,
                "Send one of %s.".formatted(names(BuyerType.values())));
        var value = read("valueWithVat", valueWithVat, PolicyQuery::money, "Send an amount in GBP such as 3000000.");
        if (on == null || law == null || buyer == null || value == null) {
            throw new Refused(
                    CommonRefusal.MALFORMED_ADDRESS, "The query of the address cannot be read.", found.faults());
        }
        return Optional.of(new Notice(on, law, buyer, value));
    }

    private <T> @Nullable T read(String name, @Nullable String given, Function<String, T> reading, String mend) {
        if (given == null) {
            found.add("?" + name, "missing", null, mend);
            return null;
        }
        try {
            return reading.apply(given);
        } catch (RuntimeException unreadable) {
            found.add("?" + name, "unknown-value", given, mend);
            return null;
        }
    }

    /** The length is looked at first: an exponent can make a few characters a number of any size. */
    private static BigDecimal money(String given) {
        if (given.length() > LONGEST || !given.matches("[0-9]+(\\.[0-9]{1,2})?")) {
            throw new IllegalArgumentException(given);
        }
        return new BigDecimal(given);
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
    }
}

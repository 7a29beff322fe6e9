package org.anchors.socialvalue.award;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anchors.socialvalue.policy.Regime;

/** How long contracts wait, by regime. */
@Singleton
class Standstills {

    private final List<Standstill> rules;
    private final BankHolidays holidays;

    Standstills(ObjectMapper json) {
        var known = read(json);
        this.rules = known.rules();
        this.holidays = new BankHolidays(known.bankHolidays());
    }

    /** The file. */
    record Known(List<Standstill> rules, String bankHolidaysFrom, List<LocalDate> bankHolidays) {}

    /**
     * That a contract has to wait.
     *
     * @param lastDay the last day on which it may not be entered into
     */
    record Wait(String law, LocalDate lastDay) {}

    /** How long a contract waits whose award was announced on a day; empty where its regime asks for no waiting. */
    Optional<Wait> after(LocalDate notice, Regime regime) {
        return ruleOf(regime).map(rule -> new Wait(rule.law(), rule.lastDay(notice, holidays)));
    }

    /** The law that asks for summaries to be sent before the notice, where one does. */
    Optional<String> summariesFirst(Regime regime) {
        return ruleOf(regime).map(Standstill::summariesFirst);
    }

    /** The last day that a contract waits after what was objected to its award is answered, where its regime asks for that. */
    Optional<LocalDate> lastDayAfterAnswer(LocalDate answered, Regime regime) {
        return ruleOf(regime).flatMap(rule -> rule.lastDayAfterAnswer(answered, holidays));
    }

    Optional<Standstill> ruleOf(Regime regime) {
        return rules.stream().filter(rule -> rule.regime() == regime).findFirst();
    }

    private static Known read(ObjectMapper json) {
        try (var file = Standstills.class.getResourceAsStream("/standstills.json")) {
            return json.readValue(file, Known.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

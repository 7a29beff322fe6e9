package org.anchors.employment.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.programme.GroupAccess;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.employment.programme.TargetGroups;
import org.anchors.employment.total.Totals;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.disclosure.Policy;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Reads what an address asks for; tells everything that is wrong with it at once. */
@ApplicationScoped
class Questions {

    private final ProgrammeAccess programmes;
    private final GroupAccess groups;
    private final EssexDays days;

    Questions(ProgrammeAccess programmes, GroupAccess groups, EssexDays days) {
        this.programmes = programmes;
        this.groups = groups;
        this.days = days;
    }

    Question read(Asked asked) {
        var faults = new ArrayList<Fault>();
        var year = year(asked.year, faults);
        var decile = decile(asked.decile, faults);
        var asOf = asOf(asked.asOf, faults);
        var policy = policy(asked.policy, faults);
        if (asked.group != null && !TargetGroups.known().contains(asked.group)) {
            fault(faults, "group", "unknown-group", asked.group, "Send one of %s.".formatted(TargetGroups.known()));
        }
        refuse(faults);
        var wanted = asked.programme == null ? programmes.allVisible() : List.of(programmes.visible(asked.programme));
        var ofOwn = groups.ofOwn(wanted);
        if (asked.group != null && !ofOwn) {
            fault(faults, "group", "group-not-shown", asked.group, """
                    It takes the role equality-data, and your own organisation's programmes; the anchor team reads groups, \
                    as they were told last, where one programme and year are asked for and nothing else, under HES.""");
            refuse(faults);
        }
        return new Question(
                wanted,
                year,
                asked.group,
                asked.place,
                decile,
                asOf,
                asOf.equals(days.today()),
                ofOwn ? Question.Groups.AS_THEY_ARE : groupsOfOthers(asked, policy),
                policy);
    }

    private Question.Groups groupsOfOthers(Asked asked, Policy policy) {
        return groups.seesNobody() && policy == Totals.OF_GROUPS && asked.isOfOneProgrammeAndYear()
                ? Question.Groups.AS_THEY_WERE_TOLD
                : Question.Groups.NONE;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(CommonRefusal.INVALID_REQUEST, "The query of the address has faults.", faults);
        }
    }

    private static @Nullable Integer year(@Nullable String text, List<Fault> faults) {
        if (text == null) {
            return null;
        }
        var year = ReportingYear.read(text);
        if (year.isEmpty()) {
            fault(faults, "year", "form", text, "Send a reporting year such as 2022-23.");
        }
        return year.map(ReportingYear::start).orElse(null);
    }

    private static @Nullable Decile decile(@Nullable String text, List<Fault> faults) {
        if (text == null) {
            return null;
        }
        var decile = Decile.read(text);
        if (decile.isEmpty()) {
            fault(faults, "decile", "form", text, "Send the edition of the index and 1 to 10, such as IMD2019/1.");
        }
        return decile.orElse(null);
    }

    private LocalDate asOf(@Nullable String text, List<Fault> faults) {
        var today = days.today();
        if (text == null) {
            return today;
        }
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && !day.isAfter(today)) {
                return day;
            }
            fault(faults, "asOf", "date-out-of-range", text, "Send a day from 2000 on that is not in the future.");
        } catch (DateTimeException notADay) {
            fault(faults, "asOf", "not-a-date", text, "Write it like 2023-06-30.");
        }
        return today;
    }

    private static Policy policy(@Nullable String text, List<Fault> faults) {
        var policy = Policy.labelled(text == null ? Policy.HES.name() : text);
        if (policy.isEmpty()) {
            fault(faults, "policy", "unknown-policy", text, "Send one of %s.".formatted(Policy.labels()));
        }
        return policy.orElse(Policy.HES);
    }

    private static void fault(List<Fault> faults, String name, String rule, @Nullable String given, String mend) {
        faults.add(new Fault("?" + name, rule, given, mend));
    }
}

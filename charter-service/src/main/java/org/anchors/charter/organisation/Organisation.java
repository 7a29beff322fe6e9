package org.anchors.charter.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * An organisation of the partnership.
 *
 * @param key short name for programs, such as {@code mseft}
 * @param names every name it has had, the oldest first; there is one at least
 * @param about what is said of it beside its names
 * @param established first day; null where it is not known and does not matter
 * @param succession how it ended; null while it has not
 * @param version counts up with each change
 */
public record Organisation(
        String key,
        List<HeldName> names,
        Description about,
        @Nullable LocalDate established,
        @Nullable Succession succession,
        long version) {

    /** An organisation under its one name. */
    public static Organisation named(String key, String name, Description about, @Nullable LocalDate established) {
        return new Organisation(key, List.of(new HeldName(name, established, null)), about, established, null, 0);
    }

    /** Its newest name. */
    public String name() {
        return names.getLast().name();
    }

    /** What it was called on a day; before its first name it is called by that. */
    public String nameOn(LocalDate day) {
        return names.stream()
                .filter(name -> name.isHeldOn(day))
                .findFirst()
                .orElse(day.isAfter(lastNamed()) ? names.getLast() : names.getFirst())
                .name();
    }

    public boolean existsOn(LocalDate day) {
        return (established == null || !day.isBefore(established))
                && (succession == null || day.isBefore(succession.on()));
    }

    /** The first day on which it may take a further name. */
    @Nullable
    LocalDate namedSince() {
        return names.getLast().from();
    }

    /** From a day on it has another name; until the day before it had the one it has now. */
    Organisation renamed(String name, LocalDate from) {
        requireNotSucceeded();
        var held = new ArrayList<>(names.subList(0, names.size() - 1));
        held.add(new HeldName(name(), namedSince(), from.minusDays(1)));
        held.add(new HeldName(name, from, null));
        return new Organisation(key, List.copyOf(held), about, established, succession, version + 1);
    }

    Organisation described(Description anew) {
        return new Organisation(key, names, anew, established, succession, version + 1);
    }

    Organisation succeededBy(String successor, LocalDate on) {
        requireNotSucceeded();
        return new Organisation(key, names, about, established, new Succession(successor, on), version + 1);
    }

    private void requireNotSucceeded() {
        if (succession != null) {
            throw new Refused(
                    OrganisationRefusal.ORGANISATION_SUCCEEDED,
                    "%s was succeeded by %s on %s.".formatted(key, succession.successor(), succession.on()));
        }
    }

    private LocalDate lastNamed() {
        var since = namedSince();
        return since == null ? LocalDate.MIN : since;
    }
}

package org.anchors.charter.impact;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anchors.charter.section.Employment;
import org.anchors.charter.section.Employment.Programme;
import org.anchors.charter.section.Employment.Total;
import org.anchors.charter.section.Employment.Totals;
import org.anchors.kit.disclosure.Count;
import org.jspecify.annotations.Nullable;

/** Outcomes of pre-employment programmes. Offers are not jobs; nothing is added up across target groups. */
record EmploymentSection(Employment employment, Markup page) {

    private static final List<Integer> COUNTS = List.of(1, 2, 3, 4);

    void write() {
        page.element(
                "p",
                "%s counts for the year. An offer is not a job, and the two are never added up."
                        .formatted(Words.count(employment.programmes().size(), "programme gave", "programmes gave")));
        new Grid(
                        "All programmes",
                        List.of("Count", "People", "Programmes covered", "To bear in mind"),
                        totals(employment.totals()).map(EmploymentSection::row).toList(),
                        List.of(1, 2))
                .write(page);
        programmes("By programme", employment.programmes());
        programmes("Programmes whose counts have no period, and are part of no total", employment.withoutPeriod());
        groups();
        page.element("p", Words.upTo(employment.upTo(), employment.receivedAt()), "class", "source");
    }

    private void programmes(String caption, List<Programme> programmes) {
        if (!programmes.isEmpty()) {
            new Grid(
                            caption,
                            List.of("Programme", "Participants", "Job offers", "In work", "Sustained"),
                            programmes.stream()
                                    .map(one -> List.of(
                                            "%s (%s, %s)".formatted(one.name(), one.basis(), one.quality()),
                                            count(one, "participants", one.participants()),
                                            count(one, "jobOffers", one.jobOffers()),
                                            count(one, "inWork", one.inWork()),
                                            count(one, "sustained", one.sustained())))
                                    .toList(),
                            COUNTS)
                    .write(page);
        }
    }

    private void groups() {
        var groups = employment.groups();
        if (groups != null && !groups.isEmpty()) {
            new Grid(
                            "By target group; groups overlap and are not added up",
                            List.of("Group", "Participants", "Job offers", "In work", "Sustained"),
                            groups.stream()
                                    .map(group -> List.of(
                                            group.group(),
                                            count(group, Totals::participants),
                                            count(group, Totals::jobOffers),
                                            count(group, Totals::inWork),
                                            count(group, Totals::sustained)))
                                    .toList(),
                            COUNTS)
                    .write(page);
        }
    }

    /** A total with what it counts. */
    private record Counted(String what, Total total) {}

    private static Stream<Counted> totals(Totals totals) {
        return Stream.of(
                new Counted("Participants", totals.participants()),
                new Counted("Participants of programmes that give totals only", totals.participantsInReturns()),
                new Counted("Job offers", totals.jobOffers()),
                new Counted("In work", totals.inWork()),
                new Counted("Sustained", totals.sustained()));
    }

    private static List<String> row(Counted counted) {
        var total = counted.total();
        var caveat = total.caveat();
        return List.of(
                counted.what(),
                atLeast(total),
                "%d of %d".formatted(total.programmes(), total.of()),
                caveat == null ? Words.NOTHING : caveat);
    }

    private static String count(Employment.Group group, Function<Totals, Total> which) {
        return atLeast(which.apply(group.totals()));
    }

    private static String atLeast(Total total) {
        if (Boolean.TRUE.equals(total.suppressed())) {
            return Count.MARK;
        }
        return total.atLeast() && total.value() != null ? "at least " + count(total.value()) : count(total.value());
    }

    private static String count(Programme programme, String member, @Nullable Long people) {
        var kept = programme.suppressed();
        return kept != null && kept.contains(member) ? Count.MARK : count(people);
    }

    private static String count(@Nullable Long people) {
        return people == null ? Words.NOTHING : Words.number(BigDecimal.valueOf(people));
    }
}

package org.anchors.employment.milestone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.anchors.employment.outcome.Entry;
import org.anchors.employment.outcome.History;
import org.anchors.employment.outcome.OrderCheck;
import org.jspecify.annotations.Nullable;

/** One participant's records, those that were stored first. */
final class Person {

    /** To fold a participant's records takes the more time for each the more there are; nobody has had so many milestones. */
    static final int MOST_RECORDS = 1_000;

    private final long participant;
    private final String programme;
    private final long cohort;
    private final List<Line> lines = new ArrayList<>();

    Person(long participant, String programme, long cohort) {
        this.participant = participant;
        this.programme = programme;
        this.cohort = cohort;
    }

    /** One record with the row that it came in; a stored one has none. */
    record Line(@Nullable Integer row, Entry entry) {
        Folding.On on() {
            return new Folding.On(Objects.requireNonNull(row), entry.milestone().on());
        }
    }

    long participant() {
        return participant;
    }

    String programme() {
        return programme;
    }

    long cohort() {
        return cohort;
    }

    boolean hasRecords() {
        return !lines.isEmpty();
    }

    void add(Line line, Folding.Findings findings) {
        if (line.row() != null && lines.size() >= MOST_RECORDS) {
            findings.tooMany(line.row());
        } else {
            lines.add(line);
        }
    }

    /** What holds of the records, without the new ones that cannot have happened. */
    History sound(Folding.Findings findings) {
        var history = history(lines);
        var found = OrderCheck.of(history);
        for (var errors = errors(found); !errors.isEmpty(); errors = errors(found)) {
            refuse(errors, findings);
            history = history(lines);
            found = OrderCheck.of(history);
        }
        found.stream().filter(finding -> !finding.error()).forEach(finding -> line(entry ->
                        entry.equals(finding.entry()))
                .ifPresent(line -> findings.query(line.on(), finding)));
        return history;
    }

    /** What is wrong with the new records: what was stored before may be out of order by a rule that is younger. */
    private List<OrderCheck.Finding> errors(List<OrderCheck.Finding> found) {
        var errors = found.stream().filter(OrderCheck.Finding::error).toList();
        if (errors.isEmpty()) {
            return errors;
        }
        var stored = Set.copyOf(OrderCheck.of(
                history(lines.stream().filter(line -> line.row() == null).toList())));
        return errors.stream().filter(error -> !stored.contains(error)).toList();
    }

    /** Where stored records came out of order, the one that brought them so is refused first, by itself: without it the others may be in order. */
    private void refuse(List<OrderCheck.Finding> errors, Folding.Findings findings) {
        var ofStored = errors.stream().filter(error -> partOf(error).isEmpty()).findFirst();
        if (ofStored.isPresent()) {
            refuse(culprit(ofStored.get()), ofStored.get(), findings);
            return;
        }
        var refused = new HashSet<Line>();
        for (var error : errors) {
            var line = partOf(error).orElseThrow();
            findings.error(line.on(), error);
            refused.add(line);
        }
        lines.removeAll(refused);
    }

    private void refuse(Line line, OrderCheck.Finding error, Folding.Findings findings) {
        findings.error(line.on(), error);
        lines.remove(line);
    }

    /** The new record that is one of the two that are out of order. */
    private Optional<Line> partOf(OrderCheck.Finding finding) {
        return line(entry -> entry.equals(finding.entry())).or(() -> line(entry -> entry.equals(finding.against())));
    }

    /**
     * The new record that brought two stored ones out of order: those before it, by themselves, have not. Those that correct nothing
     * come first, so that a correction is to blame only for what they have not done. Without any of them the two are in order.
     */
    private Line culprit(OrderCheck.Finding finding) {
        var sent = lines.stream()
                .filter(line -> line.row() != null)
                .sorted(Comparator.comparing(line -> line.entry().corrects() != null))
                .toList();
        var inOrder = 0;
        var outOfOrder = sent.size();
        while (outOfOrder - inOrder > 1) {
            var middle = (inOrder + outOfOrder) / 2;
            if (isFoundWithout(sent.subList(middle, sent.size()), finding)) {
                outOfOrder = middle;
            } else {
                inOrder = middle;
            }
        }
        return sent.get(outOfOrder - 1);
    }

    private boolean isFoundWithout(List<Line> some, OrderCheck.Finding finding) {
        var others = new ArrayList<>(lines);
        others.removeAll(Set.copyOf(some));
        return OrderCheck.of(history(others)).contains(finding);
    }

    private Optional<Line> line(Predicate<Entry> wanted) {
        return lines.stream()
                .filter(line -> line.row() != null && wanted.test(line.entry()))
                .findFirst();
    }

    private static History history(List<Line> lines) {
        return History.of(lines.stream().map(Line::entry).toList());
    }
}

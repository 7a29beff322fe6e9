package org.anchors.charter.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.contracts.problem.Fault;

/** Checks what is sent to decide about a report against what the report says. */
final class JudgementCheck {

    private static final Pattern PLACE = Pattern.compile(
            "/(framework|boardApproval(/\\w+)?|(values|narratives|caseStudies)(/(\\d{1,4})(/[\\w/]+)?)?)");

    private JudgementCheck() {}

    /**
     * Each waiver names queries of the revision that are open, and each once.
     *
     * @param queries those of the revision
     */
    static List<Fault> waivers(List<Judgement.Waiver> waivers, List<Findings.Query> queries) {
        var findings = new Findings();
        var open = open(queries, Set.of());
        var seen = new HashSet<Integer>();
        for (var waiver = 0; waiver < waivers.size(); waiver++) {
            var numbers =
                    waivers.get(waiver) == null ? null : waivers.get(waiver).queries();
            for (var index = 0; numbers != null && index < numbers.size(); index++) {
                var number = numbers.get(index);
                if (number != null && !(open.contains(number) && seen.add(number))) {
                    findings.fault(
                            "/waivers/%d/queries/%d".formatted(waiver, index),
                            null,
                            "not-an-open-query",
                            number.toString(),
                            "Name each open query once: %s.".formatted(open));
                }
            }
        }
        return findings.faults();
    }

    /** The numbers of the queries that are neither explained nor waived, in order. */
    static List<Integer> open(List<Findings.Query> queries, Set<Integer> waived) {
        return queries.stream()
                .filter(Findings.Query::isOpen)
                .map(Findings.Query::number)
                .filter(number -> !waived.contains(number))
                .toList();
    }

    /** Each thing to mend is in the report, or is an indicator that it could have. */
    static List<Fault> items(List<Judgement.ToMend> items, Revision revision, Catalogue catalogue) {
        var findings = new Findings();
        Map<String, Integer> sizes = new HashMap<>();
        sizes.put("values", revision.values().size());
        sizes.put("narratives", revision.narratives().size());
        sizes.put("caseStudies", revision.caseStudies().size());
        for (var index = 0; index < items.size(); index++) {
            if (items.get(index) != null) {
                item("/items/" + index, items.get(index), sizes, catalogue, findings);
            }
        }
        return findings.faults();
    }

    private static void item(
            String at, Judgement.ToMend item, Map<String, Integer> sizes, Catalogue catalogue, Findings findings) {
        if (item.at() == null && item.indicator() == null) {
            findings.fault(at, null, "place-missing", null, "Name the place in the report, or the indicator.");
        }
        if (item.at() != null && !exists(item.at(), sizes)) {
            findings.fault(
                    at + "/at",
                    null,
                    "unknown-place",
                    item.at(),
                    "Name a place of the report, such as /values/0; it has %s."
                            .formatted(sizes.entrySet().stream()
                                    .sorted(Map.Entry.comparingByKey())
                                    .map(size -> size.getValue() + " " + size.getKey())
                                    .collect(Collectors.joining(", "))));
        }
        if (item.indicator() != null) {
            var indicator = catalogue.find(item.indicator());
            if (indicator.isEmpty()) {
                findings.fault(
                        at + "/indicator", item.indicator(), "unknown-indicator", item.indicator(), "Use its code.");
            } else if (item.group() != null && !indicator.get().groups().contains(item.group())) {
                findings.fault(
                        at + "/group",
                        item.indicator(),
                        "unknown-group",
                        item.group(),
                        "Groups: %s."
                                .formatted(String.join(", ", indicator.get().groups())));
            }
        }
    }

    private static boolean exists(String place, Map<String, Integer> sizes) {
        var form = PLACE.matcher(place);
        return form.matches()
                && (form.group(5) == null || Integer.parseInt(form.group(5)) < sizes.getOrDefault(form.group(3), 0));
    }
}

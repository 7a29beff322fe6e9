package org.anchors.socialvalue.methodology;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Findings;
import org.jspecify.annotations.Nullable;

/** The rules between the criteria of a methodology, and of their parts: keys, weights and numbers. */
final class CriteriaCheck {

    private static final BigDecimal ALL = new BigDecimal(100);
    private static final int MOST_QUESTIONS = 200;
    private static final int DEEPEST = 6;

    private final MethodologyBody body;
    private final String at;
    private final Findings found = new Findings();
    private final Set<String> keys = new HashSet<>();

    private CriteriaCheck(MethodologyBody body, String at) {
        this.body = body;
        this.at = at;
    }

    static List<Fault> faultsOf(MethodologyBody body, String at) {
        var check = new CriteriaCheck(body, at);
        if (body.criteria() != null) {
            check.each();
            check.onlyOne(CriterionBody.Kind.PRICE);
            check.onlyOne(CriterionBody.Kind.SOCIAL_VALUE);
            check.sum(at, body.criteria().stream().map(CriteriaCheck::weight).toList());
            check.questions();
        }
        return check.found.faults();
    }

    private void each() {
        for (var i = 0; i < body.criteria().size(); i++) {
            var criterion = body.criteria().get(i);
            if (criterion != null) {
                var place = at + "/" + i;
                found.addAll(CriterionCheck.faultsOf(criterion, place));
                key(criterion.key(), place);
                parts(criterion.parts(), place, 1);
            }
        }
    }

    private void key(@Nullable String key, String place) {
        if (key != null && !keys.add(key)) {
            found.add(place + "/key", "repeated", key, "Use each key for one criterion or part only.");
        }
    }

    private void parts(@Nullable List<PartBody> parts, String parent, int depth) {
        if (parts == null || parts.isEmpty()) {
            return;
        }
        var place = parent + "/parts";
        if (depth > DEEPEST) {
            found.add(place, "too-deep", null, "Let parts have parts at most %d deep.".formatted(DEEPEST));
            return;
        }
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (part != null) {
                part(part, place + "/" + i, depth);
            }
        }
        sum(
                place,
                parts.stream().map(part -> part == null ? null : part.weight()).toList());
    }

    private void part(PartBody part, String place, int depth) {
        key(part.key(), place);
        CriterionCheck.weight(found, place, part.weight());
        CriterionCheck.passMark(found, place, part.passMark(), part.partsOrNone());
        parts(part.parts(), place, depth + 1);
    }

    /** The weights of what could be read; where one could not, their sum says nothing. */
    private void sum(String place, List<@Nullable BigDecimal> weights) {
        if (weights.stream().allMatch(Objects::nonNull)) {
            var sum = weights.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(ALL) != 0) {
                found.add(place, "weights-not-100", sum.toPlainString(), "Let the weights sum to exactly 100.");
            }
        }
    }

    /** None where it is missing, and 0 where it may be. */
    private static @Nullable BigDecimal weight(@Nullable CriterionBody criterion) {
        if (criterion == null) {
            return null;
        }
        var unweighted = criterion.formula() != null && criterion.formula().isUnweighted();
        return criterion.weight() == null && unweighted ? BigDecimal.ZERO : criterion.weight();
    }

    private void onlyOne(CriterionBody.Kind kind) {
        var before = false;
        for (var i = 0; i < body.criteria().size(); i++) {
            var criterion = body.criteria().get(i);
            if (criterion != null && criterion.kind() == kind) {
                if (before) {
                    found.add(at + "/" + i + "/kind", "more-than-one", kind.name(), "Have one criterion of this kind.");
                }
                before = true;
            }
        }
    }

    private void questions() {
        var count = body.questions().count();
        if (count > MOST_QUESTIONS) {
            found.add(at, "too-many-questions", String.valueOf(count), "Ask at most %d.".formatted(MOST_QUESTIONS));
        }
    }
}

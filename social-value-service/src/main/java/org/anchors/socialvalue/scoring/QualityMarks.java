package org.anchors.socialvalue.scoring;

import java.util.List;
import java.util.stream.Collectors;

/** Marks of what evaluators marked, from the questions up. */
final class QualityMarks {

    /** A score with the parts that it was added up from. */
    record Added(Scored scored, Weighing.Detail detail, String assessedBy) {}

    private final Scale scale;
    private final Weighing weighing;

    QualityMarks(Scale scale, Weighing weighing) {
        this.scale = scale;
        this.weighing = weighing;
    }

    Marked criterion(Part whole, Bid bid) {
        var added = score(whole, bid);
        return weighing.criterion(heading(whole, added), added.scored(), added.detail());
    }

    /** A bid that failed a gate need not be marked. */
    static boolean isMarked(Part part, Bid bid) {
        return part.questions().allMatch(question -> bid.marks().containsKey(question.key()));
    }

    /** Marks for the parts that are marked; none for what lacks a mark. */
    Assessed asFarAsMarked(Part part, Bid bid) {
        if (isMarked(part, bid)) {
            return part(part, bid).assessed();
        }
        var parts =
                part.parts().stream().map(child -> asFarAsMarked(child, bid)).toList();
        return Assessed.withoutMarks(
                new Marked.Heading(part.key(), part.title(), part.weight(), assessedBy(part)),
                part.isQuestion() ? "not marked" : "not added up, for not all of it was marked",
                new Weighing.Detail(null, parts, null));
    }

    private String assessedBy(Part part) {
        return part.isQuestion() ? "evaluators' mark, scale " + scale.name() : "sum of its parts";
    }

    Added score(Part part, Bid bid) {
        return part.isQuestion() ? answered(part, bid.mark(part)) : added(part, bid);
    }

    private Added answered(Part question, Mark mark) {
        var said = mark.grade().equals(Figures.plain(mark.of100())) ? "" : ", which is " + Figures.plain(mark.of100());
        return new Added(
                new Scored(Fraction.of(mark.of100()), "marked " + mark.grade() + said + " of 100"),
                new Weighing.Detail(mark.reason(), List.of(), null),
                assessedBy(question));
    }

    private Added added(Part part, Bid bid) {
        var marks = part.parts().stream().map(child -> part(child, bid)).toList();
        var sum = marks.stream().map(Marked::carried).reduce(Fraction.ZERO, Fraction::plus);
        var arithmetic = marks.stream().map(Marked::carried).map(Figures::plain).collect(Collectors.joining(" + "));
        var parts = marks.stream().map(Marked::assessed).toList();
        return new Added(
                weighing.calculated(Scored.of(sum, arithmetic)),
                new Weighing.Detail(null, parts, null),
                assessedBy(part));
    }

    private Marked part(Part part, Bid bid) {
        var added = score(part, bid);
        return weighing.part(heading(part, added), added.scored(), added.detail());
    }

    private static Marked.Heading heading(Part part, Added added) {
        return new Marked.Heading(part.key(), part.title(), part.weight(), added.assessedBy());
    }
}

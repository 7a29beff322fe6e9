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

    Added score(Part part, Bid bid) {
        return part.isQuestion() ? answered(bid.mark(part)) : added(part, bid);
    }

    private Added answered(Mark mark) {
        var said = mark.grade().equals(Figures.plain(mark.of100())) ? "" : ", which is " + Figures.plain(mark.of100());
        return new Added(
                new Scored(Fraction.of(mark.of100()), "marked " + mark.grade() + said + " of 100"),
                new Weighing.Detail(mark.reason(), List.of(), null),
                "evaluators' mark, scale " + scale.name());
    }

    private Added added(Part part, Bid bid) {
        var marks = part.parts().stream().map(child -> part(child, bid)).toList();
        var sum = marks.stream().map(Marked::carried).reduce(Fraction.ZERO, Fraction::plus);
        var arithmetic = marks.stream().map(Marked::carried).map(Figures::plain).collect(Collectors.joining(" + "));
        var parts = marks.stream().map(Marked::assessed).toList();
        return new Added(
                weighing.calculated(Scored.of(sum, arithmetic)),
                new Weighing.Detail(null, parts, null),
                "sum of its parts");
    }

    private Marked part(Part part, Bid bid) {
        var added = score(part, bid);
        return weighing.part(heading(part, added), added.scored(), added.detail());
    }

    private static Marked.Heading heading(Part part, Added added) {
        return new Marked.Heading(part.key(), part.title(), part.weight(), added.assessedBy());
    }
}

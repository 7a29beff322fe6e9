package org.anchors.socialvalue.evaluation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.anchors.kit.edge.Scalar;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.refusal.Refused;
import org.anchors.socialvalue.catalogue.CatalogueChoice;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.methodology.MethodologyBody;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation follows from, in the one form that its hashes are taken of: with everything said that may be left unsaid, in
 * one order, with the rows of the catalogue that bids commit to. It evaluates to the same bytes as what was sent.
 */
public record SettledInputs(
        MethodologyBody methodology, @Nullable Rows catalogue, List<BidBody> bids) {

    /** More than any lot has: whatever was signed off is read back. */
    public static final int MOST_TOKENS = 100_000_000;

    /** The rows of a catalogue that bids commit to. */
    public record Rows(String edition, List<MeasureView> measures) {}

    /** The bids as they are read back. */
    private record Bids(List<BidBody> bids) {}

    public static SettledInputs of(EvaluationRequest request, List<MeasureView> measures) {
        var bids = request.bids().stream()
                .map(BidBody::settled)
                .sorted(Comparator.comparing(BidBody::key))
                .toList();
        var choice = request.catalogue();
        return new SettledInputs(
                request.methodology().settled(),
                choice == null ? null : new Rows(choice.edition(), used(measures, bids)),
                bids);
    }

    private static List<MeasureView> used(List<MeasureView> measures, List<BidBody> bids) {
        var used = bids.stream()
                .flatMap(bid -> bid.commitmentsOrNone().stream())
                .map(CommitmentBody::measure)
                .collect(Collectors.toSet());
        return measures.stream()
                .filter(measure -> used.contains(measure.code()))
                .sorted(Comparator.comparing(MeasureView::code))
                .map(MeasureView::settled)
                .toList();
    }

    /** Canonical JSON of each part in UTF-8 by its name: methodology, catalogue where there is one, bids. */
    public Map<String, byte[]> parts() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("methodology", Canonical.utf8(methodology));
        if (catalogue != null) {
            parts.put("catalogue", Canonical.utf8(catalogue));
        }
        parts.put("bids", Canonical.utf8(bids));
        return parts;
    }

    /**
     * Reads the parts back; an empty text stands for no catalogue.
     *
     * @throws Refused where a part cannot be read
     */
    public static SettledInputs read(String methodology, String catalogue, String bids, StrictJson strict) {
        return new SettledInputs(
                read(methodology, MethodologyBody.class, strict),
                catalogue.isEmpty() ? null : rows(read(catalogue, CatalogueChoice.class, strict)),
                read("{\"bids\":%s}".formatted(bids), Bids.class, strict).bids());
    }

    private static Rows rows(CatalogueChoice choice) {
        return new Rows(choice.edition(), choice.sent());
    }

    private static <T> T read(String text, Class<T> type, StrictJson strict) {
        return strict.<T>read(text.getBytes(StandardCharsets.UTF_8), type, MOST_TOKENS)
                .orRefuse();
    }

    public EvaluationRequest request() {
        var choice = catalogue == null ? null : new CatalogueChoice(catalogue.edition(), null);
        return new EvaluationRequest(
                methodology, choice, bids.stream().map(this::withGrades).toList());
    }

    public List<MeasureView> measures() {
        return catalogue == null ? List.of() : catalogue.measures();
    }

    /** Grades are settled as texts; where there is no scale they are numbers. */
    private BidBody withGrades(BidBody bid) {
        if (methodology.scaleOrPercentages() == methodology.scale()) {
            return bid;
        }
        var marks = new HashMap<String, Scalar>();
        bid.marksOrNone().forEach((question, grade) -> marks.put(question, number(grade)));
        return new BidBody(
                bid.key(),
                bid.supplier(),
                bid.price(),
                bid.receivedAt(),
                bid.gates(),
                marks,
                bid.reasons(),
                bid.commitments(),
                bid.workforce());
    }

    private static Scalar number(Scalar grade) {
        return switch (grade) {
            case Scalar.Text(String text) -> new Scalar.Number(new BigDecimal(text));
            case Scalar.Number number -> number;
            case Scalar.Truth truth -> throw new IllegalArgumentException("No mark: " + Objects.toString(truth));
        };
    }
}

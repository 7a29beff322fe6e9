package org.anchors.socialvalue.methodology;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anchors.kit.edge.Scalar;
import org.anchors.socialvalue.scoring.Scale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A scale, as it is written down. */
@Schema(name = "QualitativeScale", description = "A table of what evaluators may give, and what each is of 100.")
public record ScaleBody(
        @NotBlank(message = "Name the scale.")
        @Size(max = 100, message = "At most 100 characters.")
        @Schema(examples = "0-5")
        String name,

        @NotNull(message = "Send the grades.") @Size(min = 2, max = 101, message = "A scale has 2 to 101 grades.")
        List<@NotNull(message = "A grade cannot be null.") @Valid Grade> grades) {

    /** Any number from 0 to 100. */
    static final ScaleBody PERCENTAGES = new ScaleBody("0 to 100", List.of());

    /** One grade. */
    @Schema(name = "Grade", description = "What evaluators may give, and what that is of 100.")
    record Grade(
            @NotNull(message = "Name the grade.") @Schema(description = "A number or a text")
            Scalar grade,

            @NotNull(message = "Say what it is of 100.") @Schema(description = "What it is of 100", examples = "75")
            BigDecimal mark) {

        Optional<String> name() {
            return Optional.ofNullable(grade).map(ScaleBody::name);
        }

        Grade settled() {
            return new Grade(new Scalar.Text(ScaleBody.name(grade)), mark);
        }
    }

    /** A grade as text: 3 and 3.0 are the same grade. */
    public static String name(Scalar grade) {
        return switch (grade) {
            case Scalar.Number number -> Decimals.plain(number.number()).toPlainString();
            case Scalar.Text text -> text.text();
            case Scalar.Truth truth -> String.valueOf(truth.truth());
        };
    }

    List<Grade> gradesOrNone() {
        return grades == null
                ? List.of()
                : grades.stream().filter(Objects::nonNull).toList();
    }

    ScaleBody settled() {
        return new ScaleBody(
                name,
                grades.stream()
                        .map(Grade::settled)
                        .sorted(Comparator.comparing(grade -> ScaleBody.name(grade.grade())))
                        .toList());
    }

    public Scale scale() {
        return gradesOrNone().isEmpty()
                ? new Scale.Percentages()
                : new Scale.Grades(
                        name,
                        gradesOrNone().stream()
                                .filter(grade -> grade.grade() != null && grade.mark() != null)
                                .collect(Collectors.toMap(
                                        grade -> name(grade.grade()),
                                        grade -> Decimals.plain(grade.mark()),
                                        (first, repeated) -> first)));
    }

    /** What a grade is of 100, if it is on the scale; a percentage is a number and not a text. */
    public static Optional<BigDecimal> of100(Scale scale, Scalar grade) {
        return scale instanceof Scale.Percentages && !(grade instanceof Scalar.Number)
                ? Optional.empty()
                : scale.of100(name(grade));
    }
}

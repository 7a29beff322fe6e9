package org.anchors.charter.consolidated;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** In which form an answer is wanted. */
public class WantedForm {

    @Parameter(description = "json, csv, xlsx, html or pdf; when left out, what Accept prefers")
    @QueryParam("format")
    @Nullable
    String format;

    @Parameter(
            description =
                    "Which table of the report, for CSV: about, figures (when left out), answers, completeness, commitments,"
                            + " social-value or employment")
    @QueryParam("part")
    @Nullable
    String part;

    public Format format(Request request) {
        if (format != null) {
            return chosen("format", format, Format.values(), Format::extension);
        }
        var variant = request.selectVariant(Format.variants());
        if (variant == null) {
            throw new NotAcceptableException();
        }
        return Format.of(variant);
    }

    public Part part(Format format) {
        if (part == null) {
            return Part.FIGURES;
        }
        var chosen = chosen("part", part, Part.values(), Part::code);
        if (format != Format.CSV) {
            throw refused("part", part, "Leave it out: only CSV is handed out in parts.");
        }
        return chosen;
    }

    private static <T> T chosen(String parameter, String given, T[] among, Function<T, String> code) {
        return Arrays.stream(among)
                .filter(one -> code.apply(one).equals(given))
                .findFirst()
                .orElseThrow(() -> refused(
                        parameter,
                        given,
                        Arrays.stream(among).map(code).collect(Collectors.joining(", ", "Choose one of ", "."))));
    }

    private static Refused refused(String parameter, String given, String mend) {
        return Refused.ofParameter(CommonRefusal.MALFORMED_ADDRESS, parameter, "unknown-value", given, mend);
    }
}

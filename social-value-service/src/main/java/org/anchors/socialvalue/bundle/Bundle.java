package org.anchors.socialvalue.bundle;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.platform.WrittenJson;
import org.anchors.socialvalue.catalogue.MeasureView;
import org.anchors.socialvalue.evaluation.Assessment;
import org.anchors.socialvalue.evaluation.Canonical;
import org.anchors.socialvalue.evaluation.EvaluationRequest;
import org.anchors.socialvalue.evaluation.SettledInputs;
import org.anchors.socialvalue.scoring.Form;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation with all that it follows from: the canonical methodology, catalogue rows and bids, whose SHA-256 are the hashes that
 * the evaluation carries; the evaluation, byte for byte as it was answered; and a manifest with the SHA-256 of each part.
 *
 * @param parts by name
 */
public record Bundle(Map<String, byte[]> parts) {

    private static final String EVALUATION = "evaluation.json";
    private static final ObjectMapper JSON = WrittenJson.mapper();

    /** Writes characters beyond U+FFFF as escapes of their surrogates, as services did to bytes, but not to text, in the first form. */
    private static final ObjectMapper FIRST_JSON =
            WrittenJson.mapper().disable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8);

    /**
     * What the parts are, and what evaluation they are of.
     *
     * @param about whose evaluation it is and who signed it off when, where it is a stored one
     * @param sha256 of the other parts, by name
     */
    @Schema(hidden = true)
    record Manifest(String format, @Nullable Map<String, String> about, Map<String, String> sha256) {}

    /** Of a request without faults. */
    static Bundle of(EvaluationRequest request, List<MeasureView> measures) {
        var evaluation = writings(Assessment.of(request, measures), Form.NEWEST).getFirst();
        var settled = SettledInputs.of(request, measures);
        return of(inputs(settled, Sha256.of(evaluation), Map.of(), Form.NEWEST), evaluation);
    }

    /** Of its other parts by name, and the evaluation. */
    public static Bundle of(Map<String, byte[]> inputs, byte[] evaluation) {
        var parts = new TreeMap<>(inputs);
        parts.put(EVALUATION, evaluation);
        return new Bundle(parts);
    }

    /**
     * The parts beside the evaluation, by name: what it follows from, and the manifest.
     *
     * @param evaluation SHA-256 of the evaluation
     * @param about whose evaluation it is and who signed it off when, where it is a stored one
     * @param form of the evaluation
     */
    public static Map<String, byte[]> inputs(
            SettledInputs inputs, String evaluation, Map<String, String> about, Form form) {
        var parts = new TreeMap<String, byte[]>();
        inputs.parts().forEach((name, part) -> parts.put(name + ".json", part));
        var hashes = hashes(parts);
        hashes.put(EVALUATION, evaluation);
        parts.put("manifest.json", Canonical.utf8(new Manifest(format(form), about, hashes)));
        return parts;
    }

    /** The same bytes each time; whoever reads them takes no more memory than they come in. */
    public void writeTo(OutputStream out) throws IOException {
        Archive.write(parts, out);
    }

    /** Of the file. */
    public String sha256() {
        return Sha256.ofWritten(this::writeTo);
    }

    /** What is said of the evaluation. */
    Map<String, String> about() throws NotABundle {
        var about = manifest().about();
        return about == null ? Map.of() : new TreeMap<>(about);
    }

    /** The form of its evaluation, which its format names. */
    Form form() throws NotABundle {
        var format = manifest().format();
        return Arrays.stream(Form.values())
                .filter(form -> format(form).equals(format))
                .findFirst()
                .orElseThrow(() -> new NotABundle("Its format is %s; this command knows none later than %s."
                        .formatted(format, format(Form.NEWEST))));
    }

    static String format(Form form) {
        return switch (form) {
            case FIRST -> "anchors-evaluation-1";
            case SECOND -> "anchors-evaluation-2";
        };
    }

    String text(String name) {
        return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    /** A file's parts, each as long and with the SHA-256 that its manifest says, and nothing beside them. */
    static Bundle open(byte[] file) throws NotABundle {
        var bundle = new Bundle(Archive.read(file));
        var manifest = bundle.manifest();
        bundle.form();
        var found = hashes(bundle.parts());
        found.remove("manifest.json");
        if (!found.equals(manifest.sha256())) {
            throw new NotABundle("Its parts are not those that its manifest names: " + differing(found, manifest));
        }
        if (!bundle.sha256().equals(Sha256.of(file))) {
            throw new NotABundle("Its parts are whole, but the file around them is not as it was made.");
        }
        return bundle;
    }

    private static String differing(Map<String, String> found, Manifest manifest) {
        var names = new TreeMap<>(found);
        names.putAll(manifest.sha256());
        names.keySet().removeIf(name -> {
            var here = found.get(name);
            return here != null && here.equals(manifest.sha256().get(name));
        });
        return String.join(", ", names.keySet());
    }

    private Manifest manifest() throws NotABundle {
        try {
            var manifest = JSON.readValue(text("manifest.json"), Manifest.class);
            if (manifest.sha256() != null) {
                return manifest;
            }
        } catch (JsonProcessingException unreadable) {
            // Said below, in the same words as for one that is not there.
        }
        throw new NotABundle("It has no manifest that can be read.");
    }

    private static TreeMap<String, String> hashes(Map<String, byte[]> parts) {
        var hashes = new TreeMap<String, String>();
        parts.forEach((name, part) -> hashes.put(name, Sha256.of(part)));
        return hashes;
    }

    /** All the ways in which services of that form have written an evaluation, the last one first. */
    static List<byte[]> writings(Object view, Form form) {
        return switch (form) {
            case FIRST -> List.of(written(view, FIRST_JSON), written(view, JSON));
            case SECOND -> List.of(written(view, JSON));
        };
    }

    private static byte[] written(Object view, ObjectMapper json) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A view can be written", impossible);
        }
    }
}

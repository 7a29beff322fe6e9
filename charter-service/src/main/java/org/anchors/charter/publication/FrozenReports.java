package org.anchors.charter.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.anchors.charter.consolidated.ConsolidatedReport;
import org.anchors.charter.consolidated.Format;
import org.anchors.charter.consolidated.Part;
import org.anchors.charter.consolidated.ReportAnswers;
import org.anchors.charter.consolidated.Shown;

/**
 * Published reports in other formats than the one that was hashed. Their figures are those of the frozen text; names and the
 * partners' texts are as known on its instant, and the wording of commitments is the release's.
 */
@ApplicationScoped
class FrozenReports {

    /** What a publication says beside the report; early ones say what was withheld. */
    private static final List<String> BESIDE = List.of("number", "publishedAt", "filters", "withheld");

    private final Publications publications;
    private final ReportAnswers answers;
    /** A number is read as it was written, to its last place. */
    private final ObjectMapper exact;

    FrozenReports(Publications publications, ReportAnswers answers, ObjectMapper json) {
        this.publications = publications;
        this.answers = answers;
        this.exact = json.copy()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    }

    /** A publication with its text as it was hashed. */
    record Frozen(Publication publication, String content) {}

    Frozen read(int number) {
        return new Frozen(publications.require(number), publications.content(number));
    }

    Response answer(Frozen frozen, Format format, Part part) {
        var filters = frozen.publication().filters();
        return answers.answer(new Shown(report(frozen), filters.pillar(), filters.organisations(), part, true), format);
    }

    private ConsolidatedReport report(Frozen frozen) {
        try {
            ObjectNode report = exact.readValue(frozen.content(), ObjectNode.class);
            report.remove(BESIDE);
            return exact.treeToValue(report, ConsolidatedReport.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A frozen report can be read", impossible);
        }
    }
}

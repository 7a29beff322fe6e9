package org.anchors.charter.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.bulk.TextLines;
import org.anchors.kit.edge.Bodies;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.refusal.Refused;

/** Reads a bulk file that is a report in each line, as JSON. */
final class BulkLines {

    private final StrictJson strict;
    private final Consumer<BulkReport> take;
    private final Consumer<List<Fault>> refuse;

    /**
     * @param take is given each report
     * @param refuse is told of each line that is no report
     */
    BulkLines(StrictJson strict, Consumer<BulkReport> take, Consumer<List<Fault>> refuse) {
        this.strict = strict;
        this.take = take;
        this.refuse = refuse;
    }

    void read(InputStream file) throws IOException {
        try (var lines = new TextLines(file, Bodies.LARGEST)) {
            lines.forEach((line, number) -> report(line, "line " + number));
        }
    }

    private void report(String line, String place) {
        try {
            var reading = strict.<Submission>read(line.getBytes(StandardCharsets.UTF_8), Submission.class);
            take.accept(new BulkReport(new ReportFile(reading, Places.ofLine(place)), place, line.length()));
        } catch (Refused malformed) {
            refuse.accept(List.of(new Fault(place, "malformed", null, malformed.detail())));
        }
    }
}

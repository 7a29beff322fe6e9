package org.anchors.charter.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.edge.Bodies;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

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

    void read(Path file) throws IOException {
        try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var number = 0;
            for (var line = line(text); line != null; line = line(text)) {
                number++;
                if (!line.isBlank()) {
                    report(line, "line " + number);
                }
            }
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

    /** A line as long as a body may be, and not longer, however long the file makes it. */
    private static @Nullable String line(BufferedReader text) throws IOException {
        var line = new StringBuilder();
        for (var character = text.read(); character != '\n'; character = text.read()) {
            if (character < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            if (line.length() >= Bodies.LARGEST) {
                throw new Refused(
                        CommonRefusal.BODY_TOO_LARGE, "A line may have %,d characters.".formatted(Bodies.LARGEST));
            }
            line.append((char) character);
        }
        return line.toString();
    }
}

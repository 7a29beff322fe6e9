package org.anchors.charter.impact;

import java.util.List;
import org.anchors.charter.report.Narratives.Story;
import org.anchors.charter.report.Pillar;

/**
 * What partners wrote about one pillar. Each paragraph finds its own direction, so that text from right to left, or marks that
 * turn the direction, end where the paragraph ends.
 */
record Stories(ImpactReport report, Pillar pillar, Markup page) {

    /** A text of line breaks alone would fill pages: beyond this many they are spaces. */
    private static final int BREAKS = 60;

    void write() {
        write("What partners did", stories(false));
        write("Case studies", stories(true));
    }

    private void write(String heading, List<Story> stories) {
        if (!stories.isEmpty()) {
            page.element("h3", heading);
            stories.forEach(this::write);
        }
    }

    private List<Story> stories(boolean titled) {
        return report.told().stories().stream()
                .filter(story -> story.pillar() == pillar && (story.title() != null) == titled)
                .toList();
    }

    private void write(Story story) {
        var name = report.nameOf(story.organisation());
        page.within("article", () -> {
            if (story.title() == null) {
                page.element("h4", name, "dir", "auto");
            } else {
                page.element("h4", story.title(), "dir", "auto");
                page.element("p", name, "class", "source", "dir", "auto");
            }
            paragraphs(story.text());
            if (story.isCut()) {
                page.element("p", "It goes on in the report %s.".formatted(story.report()), "class", "source");
            }
        });
    }

    private void paragraphs(String text) {
        var lines = text.strip().split("\\R", BREAKS);
        page.open("p", "dir", "auto");
        var isStart = true;
        for (var line : lines) {
            if (line.isBlank()) {
                isStart = startAnew(isStart);
            } else {
                if (!isStart) {
                    page.empty("br");
                }
                page.text(line.replaceAll("\\R", " "));
                isStart = false;
            }
        }
        page.close();
    }

    private boolean startAnew(boolean isStart) {
        if (!isStart) {
            page.close().open("p", "dir", "auto");
        }
        return true;
    }
}

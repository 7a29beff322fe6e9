package org.anchors.charter.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.anchors.charter.consolidated.ConsolidatedExamples;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The annual impact report as a page: what assistive technology needs, and nothing of what partners wrote as markup. */
class ReportPageTest {

    static List<ImpactReport> reports() {
        return List.of(ImpactExamples.small(), ImpactExamples.hostile(), ImpactExamples.of(List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isMarkedUpForEveryReader(ImpactReport report) {
        var page = page(report);
        assertEquals("en-GB", page.expectFirst("html").attr("lang"));
        assertTrue(page.title().startsWith("Annual impact report 2024-25"));
        assertEquals(1, page.select("main").size());
        assertEquals(1, page.select("header").size());
        assertEquals(1, page.select("nav").size());
        assertEquals(1, page.select("h1").size());
        assertEquals("#report", page.body().child(0).attr("href"));
        assertEquals("main", page.expectFirst("#report").tagName());
        page.select("nav a")
                .forEach(link ->
                        assertTrue(page.getElementById(link.attr("href").substring(1)) != null, link.attr("href")));
        page.select("[aria-labelledby]")
                .forEach(labelled -> List.of(labelled.attr("aria-labelledby").split(" "))
                        .forEach(id -> assertTrue(page.getElementById(id) != null, id)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void headingsSkipNoLevelAndIdsAreUsedOnce(ImpactReport report) {
        var page = page(report);
        var last = 0;
        for (var heading : page.select("h1, h2, h3, h4, h5, h6")) {
            var level = heading.tagName().charAt(1) - '0';
            assertTrue(level <= last + 1, heading.outerHtml());
            last = level;
        }
        var ids = new HashSet<String>();
        page.select("[id]").forEach(element -> assertTrue(ids.add(element.id()), element.id()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyTableHasACaptionAndHeads(ImpactReport report) {
        page(report).select("table").forEach(table -> {
            assertFalse(table.expectFirst("caption").text().isEmpty());
            assertTrue(table.select("thead th").stream()
                    .allMatch(head -> head.attr("scope").equals("col")));
            table.select("tbody tr")
                    .forEach(row -> assertEquals("row", row.child(0).attr("scope")));
        });
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyChartHasATitleADescriptionAndATableBeside(ImpactReport report) {
        var page = page(report);
        assertEquals(page.select("svg").size(), page.select("svg + table").size());
        page.select("svg").forEach(chart -> {
            assertFalse(chart.expectFirst("title").text().isEmpty());
            assertFalse(chart.expectFirst("desc").text().isEmpty());
        });
    }

    @ParameterizedTest
    @MethodSource("reports")
    void holdsNothingThatRunsOrIsFetched(ImpactReport report) {
        var page = page(report);
        assertEquals(
                0,
                page.select("script, iframe, object, embed, link, img, form, b, base, [style], [src]")
                        .size());
        assertTrue(page.select("*").stream()
                .flatMap(element -> element.attributes().asList().stream())
                .noneMatch(attribute -> attribute.getKey().startsWith("on")));
        assertTrue(page.select("a").stream().allMatch(link -> link.attr("href").startsWith("#")));
        assertEquals(1, page.select("style").size());
        assertEquals(StyleSheet.TEXT, page.expectFirst("style").data());
    }

    @Test
    void whatPartnersWroteStandsThereWordForWordAndInItsOwnDirection() {
        var page = page(ImpactExamples.hostile());
        var articles = page.select("article");
        assertTrue(articles.text().contains("<script>alert(1)</script> ]]> &amp; <b>bold</b>"));
        articles.select("h4, p:not(.source)").forEach(text -> assertEquals("auto", text.attr("dir"), text.outerHtml()));
        assertTrue(articles.text().contains("It goes on in the report mseft-2024-25."));
    }

    @Test
    void saysCoverageChangeCommitmentsSectionsAndWhatWasLeftOut() {
        var text = page(ImpactExamples.small()).text();
        assertTrue(text.contains("Reported by 14 of 22 organisations, with 81% of the workforce."), text);
        assertTrue(text.contains("\u22121.2 percentage points, like for like, of 12 organisations in both years"));
        assertTrue(text.contains("\u2068Southend\u2069 is not part of it: measured in another way."));
        assertTrue(text.contains("E5 Recruit from the most deprived areas (to be reported on)"));
        assertTrue(text.contains("2 to 10"));
        assertTrue(text.contains("County fire service"));
        assertTrue(text.contains("Left out for want of room: 3 narratives and case studies."));
        assertTrue(text.contains("Social value committed: \u2013."));
        assertTrue(text.contains("at least 33"));
        assertTrue(text.contains("Working view, not for publication"));
    }

    @Test
    void whatAPolicyKeepsBackHasAMark() {
        var page = page(ImpactExamples.of(ConsolidatedExamples.seenThroughHes(), List.of()));
        var text = page.text();
        assertTrue(text.contains("* \u2013 Workforce from the most deprived areas"), text);
        assertTrue(text.contains("RATIO_OF_SUMS: * / *"));
        assertTrue(text.contains("treated by the policy HES/1"));
        assertFalse(text.contains("29.35") || text.contains("9,100") || text.contains("30.55"));
        assertFalse(text.contains("Working view"));
    }

    @Test
    void isWellFormedForThePrinterToo() {
        var strict = Parser.xmlParser().setTrackErrors(10).settings(ParseSettings.preserveCase);
        Jsoup.parse(ReportPage.of(ImpactExamples.hostile()), "", strict);
        assertTrue(strict.getErrors().isEmpty(), String.valueOf(strict.getErrors()));
    }

    private static Document page(ImpactReport report) {
        return Jsoup.parse(ReportPage.of(report));
    }
}

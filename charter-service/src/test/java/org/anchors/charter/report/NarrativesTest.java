package org.anchors.charter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.anchors.charter.report.Narratives.Story;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.testing.Engines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What partners wrote, as known on an instant. Nothing of it stays in the database. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class NarrativesTest {

    private static final ReportingYear YEAR = new ReportingYear(2023);
    private static final Instant FIRST = Instant.parse("2024-07-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2024-08-01T00:00:00Z");
    private static final Instant THIRD = Instant.parse("2024-09-01T00:00:00Z");

    @Inject
    EntityManager database;

    @Inject
    Narratives narratives;

    @Test
    @TestTransaction
    void theAcceptedRevisionSpeaksAndWithoutOneTheNewestSubmitted() {
        report("aru");
        revision("aru", 1, FIRST, "first");
        revision("aru", 2, THIRD, "restated");
        decision("aru", 1, 1, "ACCEPTED", SECOND);
        assertEquals(List.of(), texts("aru", FIRST.minusSeconds(1)));
        assertEquals(List.of("first"), texts("aru", FIRST));
        assertEquals(List.of("first"), texts("aru", THIRD));
        decision("aru", 2, 2, "ACCEPTED", THIRD.plusSeconds(1));
        assertEquals(List.of("first"), texts("aru", THIRD));
        assertEquals(List.of("restated"), texts("aru", THIRD.plusSeconds(1)));
    }

    @Test
    @TestTransaction
    void whatWasReturnedIsNotShownUntilItComesAgain() {
        report("aru");
        revision("aru", 1, FIRST, "to be mended");
        decision("aru", 1, 1, "RETURNED", SECOND);
        assertEquals(List.of("to be mended"), texts("aru", FIRST));
        assertEquals(List.of(), texts("aru", SECOND));
        revision("aru", 2, THIRD, "mended");
        assertEquals(List.of("mended"), texts("aru", THIRD));
    }

    @Test
    @TestTransaction
    void longTextsAreCutAndManyAreCounted() {
        report("aru");
        revision("aru", 1, FIRST, "x".repeat(Narratives.LONGEST + 1));
        for (var study = 0; study < 20; study++) {
            study("aru", study, "study " + study);
        }
        report("uoe");
        revision("uoe", 1, FIRST, "short");
        var told = narratives.told(YEAR, List.of("aru", "uoe"), null, FIRST);
        assertEquals(Narratives.MOST_OF_A_PARTNER + 1, told.stories().size());
        assertEquals(22 - Narratives.MOST_OF_A_PARTNER - 1, told.leftOut());
        assertTrue(told.stories().getFirst().isCut());
        assertEquals(Narratives.LONGEST, told.stories().getFirst().text().length());
        assertEquals("study 0", told.stories().get(1).title());
        assertFalse(told.stories().getLast().isCut());
        assertEquals("uoe", told.stories().getLast().organisation());
    }

    @Test
    @TestTransaction
    void aPillarAndOrganisationsNarrowThem() {
        report("aru");
        revision("aru", 1, FIRST, "about work");
        assertEquals(
                1,
                narratives.told(YEAR, null, Pillar.EMPLOYMENT, FIRST).stories().size());
        assertEquals(
                List.of(),
                narratives.told(YEAR, null, Pillar.PROCUREMENT, FIRST).stories());
        assertEquals(
                List.of(), narratives.told(YEAR, List.of("uoe"), null, FIRST).stories());
        assertEquals(
                List.of(), narratives.told(YEAR.previous(), null, null, FIRST).stories());
    }

    @Test
    @TestTransaction
    void inWhatIsPublishedOnlyAcceptedReportsSpeak() {
        report("aru");
        revision("aru", 1, FIRST, "first");
        assertEquals(
                List.of(),
                narratives.toldAccepted(YEAR, List.of("aru"), null, SECOND).stories());
        decision("aru", 1, 1, "ACCEPTED", SECOND);
        assertEquals(
                1,
                narratives
                        .toldAccepted(YEAR, List.of("aru"), null, SECOND)
                        .stories()
                        .size());
    }

    private List<String> texts(String organisation, Instant at) {
        return narratives.told(YEAR, List.of(organisation), null, at).stories().stream()
                .map(Story::text)
                .toList();
    }

    private void report(String organisation) {
        run("""
                insert into annual_report (reference, organisation, year, state, revision, submitted_at, version)
                values (?1, ?2, 2023, 'SUBMITTED', 1, ?3, 0)
                """, reference(organisation), organisation, FIRST);
    }

    private void revision(String organisation, int number, Instant at, String text) {
        run("""
                insert into report_revision (reference, revision, submitted_at, submitted_by, catalogue)
                select ?1, ?2, ?3, 'somebody', min(edition) from indicator_catalogue
                """, reference(organisation), number, at);
        run("""
                insert into narrative (reference, revision, position, pillar, text) values (?1, ?2, 0, 'EMPLOYMENT', ?3)
                """, reference(organisation), number, text);
    }

    private void study(String organisation, int position, String title) {
        run("""
                insert into case_study (reference, revision, position, pillar, title, text)
                values (?1, 1, ?2, 'SUSTAINABILITY', ?3, 'text')
                """, reference(organisation), position, title);
    }

    private void decision(String organisation, int number, int revision, String kind, Instant at) {
        run("""
                insert into report_decision (reference, number, revision, kind, decided_at, decided_by)
                values (?1, ?2, ?3, ?4, ?5, 'somebody')
                """, reference(organisation), number, revision, kind, at);
    }

    private static String reference(String organisation) {
        return organisation + "-" + YEAR;
    }

    private void run(String sql, @Nullable Object... values) {
        var query = database.createNativeQuery(sql);
        for (var position = 0; position < values.length; position++) {
            query.setParameter(position + 1, values[position]);
        }
        query.executeUpdate();
    }
}

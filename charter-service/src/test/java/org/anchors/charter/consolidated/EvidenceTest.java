package org.anchors.charter.consolidated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.contracts.event.AnnualReportSubmitted.Value;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.inbox.Envelope;
import org.anchors.kit.testing.Engines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** reporting.md, Consolidating: completeness per charter commitment. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class EvidenceTest {

    private static final ReportingYear YEAR = new ReportingYear(2091);
    private static final Instant FIRST = Instant.parse("2092-05-01T09:00:00Z");

    @Inject
    ConsolidatedProjection projection;

    @Inject
    Evidence evidence;

    @Inject
    EntityManager database;

    @BeforeEach
    void makeUpAnEdition() {
        execute("insert into charter_edition (edition, first_year, last_year) values ('2090-93', 2090, 2092)");
        execute("insert into commitment (edition, id, position, pillar, commitment, reporting, indicators)"
                + " values ('2090-93', 'X1', 1, 'employment', 'Report', true, '{EMP-03,EMP-07}')");
    }

    /** Other tests count what is in the reference data. */
    @AfterEach
    void forgetTheMadeUp() {
        Stream.of("total", "tally", "distinct", "identifier", "evidence", "value", "report")
                .forEach(table -> execute("delete from consolidated_%s where year = 2091".formatted(table)));
        execute("delete from commitment where edition = '2090-93'");
        execute("delete from charter_edition where edition = '2090-93'");
    }

    @Test
    void aCommitmentIsCompleteWhenEachGroupOfItsIndicatorsWasGiven() {
        submitted(1, "veteran");
        assertEquals(List.of(new Evidence.Count("2090-93", "X1", 1, 0)), counted());
        submitted(2, "veteran", "disability", "care-leaver");
        assertEquals(List.of(new Evidence.Count("2090-93", "X1", 1, 1)), counted());
        assertEquals(
                List.of(new Evidence.Count("2090-93", "X1", 1, 0)),
                evidence.of(List.of("made-up"), YEAR, FIRST.plus(Duration.ofHours(1))));
    }

    /** Whether it was on time follows from any report, also from one that says nothing about the commitment. */
    @Test
    void aReportThatWasLateIsNoEvidenceForACommitmentThatItSaysNothingOf() {
        execute("update commitment set indicators = '{LDP-01,LDP-02}' where edition = '2090-93'");
        submitted(1, List.of(ratio("EMP-03", null)), null);
        assertEquals(List.of(), counted());
        submitted(2, List.of(ratio("EMP-03", null)), LocalDate.of(2092, 4, 30));
        assertEquals(List.of(new Evidence.Count("2090-93", "X1", 1, 0)), counted());
    }

    private List<Evidence.Count> counted() {
        var now = evidence.ofAll(YEAR);
        assertEquals(now, evidence.of(List.of("made-up"), YEAR, null));
        return now;
    }

    private void submitted(int revision, String... groups) {
        var values = Stream.concat(
                        Stream.of(ratio("EMP-03", null)), Stream.of(groups).map(group -> ratio("EMP-07", group)))
                .toList();
        submitted(revision, values, null);
    }

    private void submitted(int revision, List<Value> values, @Nullable LocalDate approved) {
        var report = new AnnualReportSubmitted(
                "made-up-" + YEAR,
                "made-up",
                YEAR.toString(),
                revision,
                FIRST.plus(Duration.ofDays(revision - 1)),
                LocalDate.of(2092, 9, 30),
                "2024.1",
                values,
                null,
                approved,
                null);
        QuarkusTransaction.requiringNew().run(() -> projection.apply(new Envelope(UUID.randomUUID(), FIRST, report)));
    }

    private static Value ratio(String indicator, @Nullable String group) {
        return new Value(indicator, group, State.GIVEN, null, BigDecimal.ONE, BigDecimal.TEN, null);
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }
}

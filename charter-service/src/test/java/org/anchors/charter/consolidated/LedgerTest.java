package org.anchors.charter.consolidated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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
import java.util.Map;
import java.util.UUID;
import org.anchors.charter.consolidated.Restatements.Changed;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.contracts.event.AnnualReportSubmitted.Value;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.inbox.Envelope;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.Test;

/** reporting.md, Consolidating: a restatement shows up in a ledger with its reason and its effect on each total. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class LedgerTest {

    private static final Instant START = Instant.parse("2021-05-01T09:00:00Z");

    @Inject
    ConsolidatedProjection projection;

    @Inject
    Restatements restatements;

    @Inject
    Catalogues catalogues;

    @Inject
    EntityManager database;

    @Test
    void tellsTheEffectOnAFigureThatStandsByItself() {
        var year = new ReportingYear(2070);
        tell(year, "org-b", 1, delivered("TOMS", 90));
        tell(year, "org-a", 1, delivered("ECC", 50));
        tell(year, "org-a", 2, delivered("ECC", 60));
        var changed = changed(year, "PRO-06.method=ECC");
        assertEquals(new BigDecimal("50.00"), changed.totalBefore());
        assertEquals(new BigDecimal("60.00"), changed.totalAfter());
        assertNull(changed(year, "PRO-06").totalAfter());
    }

    @Test
    void tellsOfATotalThatIsNotAddedUpAnyMoreThoughItsValuesAreTheSame() {
        var year = new ReportingYear(2072);
        tell(year, "org-b", 1, delivered("ECC", 90));
        tell(year, "org-a", 1, delivered("ECC", 50));
        tell(year, "org-a", 2, delivered("TOMS", 50));
        var changed = changed(year, "PRO-06");
        assertEquals(new BigDecimal("70.00"), changed.totalBefore());
        assertNull(changed.totalAfter());
        assertNull(changed.old());
        assertEquals(
                new BigDecimal("50.00"), changed(year, "PRO-06.method=TOMS").totalAfter());
    }

    @Test
    void tellsOfOneMethodAloneByTheFigureThatItIs() {
        var year = new ReportingYear(2074);
        tell(year, "org-a", 1, delivered("ECC", 50));
        tell(year, "org-a", 2, delivered("ECC", 60));
        assertEquals(
                List.of("PRO-06"), changes(year).stream().map(Changed::figure).toList());
    }

    @Test
    void tellsWhyAValueWasTakenBack() {
        var year = new ReportingYear(2076);
        tell(year, "org-a", 1, delivered("ECC", 50));
        var taken =
                new Value("PRO-06", null, State.NOT_COLLECTED, null, null, null, null, null, null, "It was estimated.");
        QuarkusTransaction.requiringNew().run(() -> {
            store("insert into reporting_year (year, opens, due) values (2076, '2077-04-01', '2077-09-30')");
            store("insert into annual_report (reference, organisation, year, state, revision, submitted_at, version)"
                    + " values ('org-a-2076-77', 'police', 2076, 'SUBMITTED', 2, now(), 0)");
            store("insert into report_revision (reference, revision, submitted_at, submitted_by, catalogue, due)"
                    + " values ('org-a-2076-77', 2, now(), 'somebody', '2024.1', '2077-09-30')");
            store("insert into reported_value (reference, revision, position, indicator, state, restatement_reason)"
                    + " values ('org-a-2076-77', 2, 0, 'PRO-06', 'NOT_COLLECTED', 'It was estimated.')");
        });
        try {
            tell(year, "org-a", 2, taken);
            assertEquals("It was estimated.", changed(year, "PRO-06").reason());
            assertNull(changed(year, "PRO-06").now());
            assertEquals("It was estimated.", changed(year, "PRO-06.method=ECC").reason());
        } finally {
            QuarkusTransaction.requiringNew().run(() -> List.of("reported_value", "report_revision", "annual_report")
                    .forEach(table -> store("delete from " + table + " where reference = 'org-a-2076-77'")));
            QuarkusTransaction.requiringNew().run(() -> store("delete from reporting_year where year = 2076"));
        }
    }

    private void store(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }

    private static Value delivered(String method, long hundredths) {
        return new Value(
                "PRO-06",
                null,
                State.GIVEN,
                null,
                BigDecimal.valueOf(hundredths),
                BigDecimal.valueOf(100),
                null,
                null,
                Map.of("method", method),
                null);
    }

    private void tell(ReportingYear year, String organisation, int revision, Value value) {
        var event = new AnnualReportSubmitted(
                organisation + "-" + year,
                organisation,
                year.toString(),
                revision,
                START.plus(Duration.ofDays(revision)),
                LocalDate.of(year.start() + 1, 9, 30),
                "2024.1",
                List.of(value),
                null,
                null,
                revision == 1 ? null : "corrected");
        QuarkusTransaction.requiringNew()
                .run(() -> projection.apply(new Envelope(UUID.randomUUID(), event.submittedAt(), event)));
    }

    private List<Changed> changes(ReportingYear year) {
        return QuarkusTransaction.requiringNew()
                .call(() -> restatements.after("", year, catalogues.byEdition("2024.1"), 10))
                .getFirst()
                .changes();
    }

    private Changed changed(ReportingYear year, String figure) {
        return changes(year).stream()
                .filter(changed -> changed.figure().equals(figure))
                .findFirst()
                .orElseThrow();
    }
}

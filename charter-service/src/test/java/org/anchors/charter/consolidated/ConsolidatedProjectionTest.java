package org.anchors.charter.consolidated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchors.contracts.event.AnnualReportAccepted;
import org.anchors.contracts.event.AnnualReportReturned;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.contracts.event.AnnualReportSubmitted.State;
import org.anchors.contracts.event.AnnualReportSubmitted.Value;
import org.anchors.contracts.event.Event;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.inbox.Envelope;
import org.anchors.kit.testing.Engines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** architecture.md, How a fact travels: a projection is the same whatever order its events arrive in, and however often. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class ConsolidatedProjectionTest {

    /** Years that no other test reports for. */
    private static final int FIRST_YEAR = 2050;

    private static final List<String> ORGANISATIONS = List.of("org-a", "org-b", "org-c", "org-d");
    private static final Instant START = Instant.parse("2051-05-01T09:00:00Z");

    /** After the last revision of any history. */
    private static final Instant LAST = START.plus(Duration.ofDays(1_000));

    @Inject
    ConsolidatedProjection projection;

    @Inject
    Totals totals;

    @Inject
    Tallies tallies;

    @Inject
    Distincts distincts;

    @Inject
    Evidence evidence;

    @Inject
    ProjectedSums sums;

    @Inject
    @All
    List<Running> running;

    @Inject
    Reporters reporters;

    @Inject
    EntityManager database;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void orderAndRepetitionOfEventsChangeNothing(long seed) {
        var random = new Random(seed);
        var history = history(random);
        var inOrder = totalsAfter(history);
        var shuffled = new ArrayList<>(history);
        shuffled.addAll(history.subList(0, history.size() / 3));
        Collections.shuffle(shuffled, random);
        assertFalse(inOrder.isEmpty());
        assertEquals(inOrder, totalsAfter(shuffled), () -> "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void theRunningTotalsAreTheSumsOfWhatTheNewestRevisionsSay(long seed) {
        var history = history(new Random(seed));
        Collections.shuffle(history, new Random(seed));
        var running = totalsAfter(history);
        assertEquals(running, summed(ORGANISATIONS, null), () -> "seed " + seed);
        assertEquals(running, summed(null, LAST), () -> "as known on the end, seed " + seed);
    }

    private List<String> summed(@Nullable List<String> organisations, @Nullable Instant knownOn) {
        return IntStream.range(0, 3)
                .mapToObj(offset -> new ReportingYear(FIRST_YEAR + offset))
                .flatMap(year ->
                        totals.of(organisations, year, knownOn).stream().filter(total -> total.year() == year.start()))
                .map(ConsolidatedProjectionTest::plain)
                .sorted()
                .toList();
    }

    /** What values say beside their figures makes figures of its own, which the histories must have for all this to hold of them. */
    @Test
    void theHistoriesHoldValuesThatSaySomethingBesideTheirFigures() {
        totalsAfter(history(new Random(11)));
        var figures = IntStream.range(0, 3)
                .mapToObj(offset -> new ReportingYear(FIRST_YEAR + offset))
                .flatMap(year -> totals.ofAll(year).stream())
                .map(total -> total.name().id())
                .toList();
        assertTrue(
                figures.containsAll(List.of(
                        "PRO-01.interSignatory",
                        "PRO-05.contracts",
                        "PRO-06.method=ECC",
                        "PRO-06.method=NOT_SAID",
                        "PRO-06.method=TOMS",
                        "SUS-01.basis=LOCATION",
                        "SUS-01.basis=MARKET",
                        "SUS-02.categories=1;11")),
                figures::toString);
    }

    /** The plain report and the same one as known on its end are made of the same, whole figures with changes and caveats. */
    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54})
    void thePlainReportIsTheOneAsKnownOnNow(long seed) {
        var history = history(new Random(seed));
        Collections.shuffle(history, new Random(seed));
        totalsAfter(history);
        for (var offset = 0; offset < 3; offset++) {
            var year = new ReportingYear(FIRST_YEAR + offset);
            assertEquals(figures(year, null), figures(year, LAST), () -> "seed " + seed);
        }
    }

    private List<ConsolidatedFigure> figures(ReportingYear year, @Nullable Instant knownOn) {
        var question = new Question();
        question.asKnownOn = knownOn == null ? null : knownOn.toString();
        return new Consolidation(sums.of(year, null, question), year.start(), ORGANISATIONS.size(), id -> id)
                .figures(PoolingTest.CATALOGUE, null);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void talliesDistinctThingsAndEvidenceAgreeWithTheNewestRevisions(long seed) {
        var history = history(new Random(seed));
        Collections.shuffle(history, new Random(seed));
        totalsAfter(history);
        for (var offset = 0; offset < 3; offset++) {
            var year = new ReportingYear(FIRST_YEAR + offset);
            assertEquals(
                    Set.copyOf(tallies.ofAll(year)),
                    Set.copyOf(tallies.of(ORGANISATIONS, year, null)),
                    () -> "seed " + seed);
            assertEquals(
                    distincts.of(ORGANISATIONS, year, null).stream()
                            .map(ConsolidatedProjectionTest::plain)
                            .collect(Collectors.toSet()),
                    distincts.ofAll(year).stream()
                            .map(ConsolidatedProjectionTest::plain)
                            .collect(Collectors.toSet()),
                    () -> "seed " + seed);
            assertEquals(
                    Set.copyOf(evidence.of(ORGANISATIONS, year, null)),
                    evidence.ofAll(year).stream()
                            .filter(count -> count.organisations() > 0)
                            .collect(Collectors.toSet()),
                    () -> "seed " + seed);
        }
    }

    /** Decision 0005: a check says whether the running sums are what the values come to. */
    @ParameterizedTest
    @CsvSource({
        "Totals, 'update consolidated_total set %s = %s + 1 where year = 2050 and indicator = $$LDP-01$$', numerator, LDP-01",
        "Totals, 'update consolidated_total set %s = %s + 1 where year = 2050 and indicator = $$LDP-01$$', headcount, LDP-01",
        "Totals, 'delete from consolidated_total where year = 2050 and indicator = $$LDP-01$$', , LDP-01",
        "Totals, 'insert into consolidated_total values (2050, $$EMP-02$$, $$$$, 1, 0, 1, 1, 0, 0, 0, 0, 0)', , EMP-02",
        "Tallies, 'insert into consolidated_tally values (2050, $$LDP-04$$, $$$$, $$NHSC4$$, 1)', , LDP-04 NHSC4",
        "Distincts, 'insert into consolidated_identifier values (2050, $$PRO-07$$, $$$$, $$X$$, 1)', , PRO-07 X",
        "Distincts, 'update consolidated_distinct set %s = %s + 1 where year = 2050 and indicator = $$PRO-05$$', identified,"
                + " PRO-05.contracts",
        "Evidence, 'insert into consolidated_evidence values (2050, $$0$$, $$E0$$, 1, 0)', , 0 E0",
    })
    void aRunningSumThatIsNotWhatTheValuesComeToIsTold(
            String part, String damage, @Nullable String column, String told) {
        totalsAfter(history(new Random(11)));
        assertEquals(List.of(), differences(""));
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(damage.formatted(column, column))
                .executeUpdate());
        assertEquals(List.of(told), differences(part));
    }

    private List<String> differences(String part) {
        return running.stream()
                .filter(one -> one.getClass().getSimpleName().startsWith(part))
                .flatMap(one -> IntStream.range(0, 3)
                        .boxed()
                        .flatMap(offset -> QuarkusTransaction.requiringNew()
                                .call(() -> one.differences(new ReportingYear(FIRST_YEAR + offset), 9))
                                .stream()))
                .toList();
    }

    /** Every row of the projection but the ids of events, which a repetition may differ in. */
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void whatItHoldsIsTheSameAsAfterARebuildFromScratch(long seed) {
        var random = new Random(seed);
        var history = history(random);
        var live = new ArrayList<>(history);
        live.addAll(history.subList(history.size() / 2, history.size()));
        Collections.shuffle(live, random);
        totalsAfter(live);
        var after = rows();
        totalsAfter(history);
        assertEquals(rows(), after, () -> "seed " + seed);
    }

    /** Completeness: how far each organisation is follows from the newest revision known and from what was decided about it. */
    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44})
    void howFarEachOrganisationIsFollowsFromTheNewestRevision(long seed) {
        var history = history(new Random(seed));
        var shuffled = new ArrayList<>(history);
        shuffled.addAll(history.subList(0, history.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));
        totalsAfter(shuffled);
        for (var knownOn : List.of(START.plus(Duration.ofDays(100)), START.plus(Duration.ofDays(121)), Totals.NOW)) {
            for (var offset = 0; offset < 3; offset++) {
                var year = new ReportingYear(FIRST_YEAR + offset);
                assertEquals(
                        ORGANISATIONS.stream()
                                .map(organisation -> recounted(organisation, year, history, knownOn))
                                .toList(),
                        reporters.standings(year, ORGANISATIONS, knownOn),
                        () -> "seed " + seed);
            }
        }
    }

    private static Standing recounted(String organisation, ReportingYear year, List<Event> history, Instant knownOn) {
        var revisions = history.stream()
                .<AnnualReportSubmitted>mapMulti((event, found) -> {
                    if (event instanceof AnnualReportSubmitted report
                            && report.organisation().equals(organisation)
                            && report.year().equals(year.toString())
                            && !report.submittedAt().isAfter(knownOn)) {
                        found.accept(report);
                    }
                })
                .toList();
        if (revisions.isEmpty()) {
            return Standing.none(organisation, false);
        }
        var first = revisions.getFirst();
        var newest = revisions.getLast();
        return new Standing(
                organisation,
                decided(newest, history, knownOn),
                newest.reference(),
                newest.revision(),
                first.submittedAt(),
                LocalDate.ofInstant(first.submittedAt(), ZoneId.of("Europe/London"))
                        .isAfter(first.due()));
    }

    private static Standing.State decided(AnnualReportSubmitted report, List<Event> history, Instant knownOn) {
        return history.stream()
                .<Standing.State>mapMulti((event, found) -> {
                    if (event instanceof AnnualReportAccepted accepted
                            && accepted.reference().equals(report.reference())
                            && accepted.revision() == report.revision()
                            && !accepted.acceptedAt().isAfter(knownOn)) {
                        found.accept(Standing.State.ACCEPTED);
                    }
                    if (event instanceof AnnualReportReturned returned
                            && returned.reference().equals(report.reference())
                            && returned.revision() == report.revision()
                            && !returned.returnedAt().isAfter(knownOn)) {
                        found.accept(Standing.State.RETURNED);
                    }
                })
                .findFirst()
                .orElse(Standing.State.SUBMITTED);
    }

    private List<String> rows() {
        return Stream.of(
                        "select 2050 as year, reference, revision, decision, at from consolidated_decision"
                                + " where reference like 'org-%-20%'",
                        "select organisation, year, revision, known_from, known_to, reason from consolidated_report",
                        "select * from consolidated_value",
                        "select year, indicator, grp, organisations, round(numerator, 6), round(denominator, 6), paired,"
                                + " round(previous_numerator, 6), round(paired_numerator, 6) from consolidated_total",
                        "select * from consolidated_tally where organisations > 0",
                        "select * from consolidated_identifier",
                        "select * from consolidated_distinct where identified > 0",
                        "select * from consolidated_evidence where organisations > 0")
                .map(select ->
                        "select cast(to_jsonb(r) as text) from (%s) r where r.year >= %d".formatted(select, FIRST_YEAR))
                .<String>flatMap(select ->
                        database.createNativeQuery(select, String.class).getResultStream())
                .sorted()
                .toList();
    }

    /** The totals after a history, told to a projection that knows nothing of these organisations. */
    private List<String> totalsAfter(List<Event> history) {
        QuarkusTransaction.requiringNew().run(this::forget);
        for (var event : history) {
            QuarkusTransaction.requiringNew()
                    .run(() -> projection.apply(new Envelope(UUID.randomUUID(), START, event)));
        }
        return IntStream.range(0, 3)
                .mapToObj(offset -> new ReportingYear(FIRST_YEAR + offset))
                .flatMap(year -> totals.ofAll(year).stream().filter(total -> total.year() == year.start()))
                .map(ConsolidatedProjectionTest::plain)
                .sorted()
                .toList();
    }

    /** What other tests read goes up to the newest report, and these are of a time to come. */
    @AfterEach
    void forgetThem() {
        QuarkusTransaction.requiringNew().run(this::forget);
    }

    private void forget() {
        for (var table : List.of(
                "consolidated_total",
                "consolidated_tally",
                "consolidated_identifier",
                "consolidated_distinct",
                "consolidated_evidence",
                "consolidated_value",
                "consolidated_report")) {
            database.createNativeQuery("delete from " + table + " where year >= " + FIRST_YEAR)
                    .executeUpdate();
        }
        database.createNativeQuery("delete from consolidated_decision where reference like 'org-%-20%'")
                .executeUpdate();
    }

    /** Two to four revisions of each organisation's report for each of three years, in the order of their submission. */
    private static List<Event> history(Random random) {
        var events = new ArrayList<Event>();
        for (var organisation : ORGANISATIONS) {
            for (var offset = 0; offset < 3; offset++) {
                var revisions = random.nextInt(4);
                for (var revision = 1; revision <= revisions; revision++) {
                    var report = report(organisation, FIRST_YEAR + offset, revision, random);
                    events.add(report);
                    decision(report, random).ifPresent(events::add);
                }
            }
        }
        return events;
    }

    /** What the anchor team decided a day later, if it did. */
    private static Optional<Event> decision(AnnualReportSubmitted report, Random random) {
        var at = report.submittedAt().plus(Duration.ofDays(1));
        return switch (random.nextInt(3)) {
            case 0 ->
                Optional.of(new AnnualReportAccepted(
                        report.reference(), report.organisation(), report.year(), report.revision(), at));
            case 1 ->
                Optional.of(new AnnualReportReturned(
                        report.reference(), report.organisation(), report.year(), report.revision(), at, 1));
            default -> Optional.empty();
        };
    }

    private static AnnualReportSubmitted report(String organisation, int start, int revision, Random random) {
        var year = new ReportingYear(start);
        var values = new ArrayList<Value>();
        if (random.nextInt(4) > 0) {
            values.add(new Value("EMP-01", null, State.GIVEN, number(random), null, null, null));
        }
        if (random.nextBoolean()) {
            values.add(new Value("EMP-03", null, State.GIVEN, null, number(random), number(random), null));
        }
        if (random.nextBoolean()) {
            values.add(new Value("EMP-05", "veteran", State.GIVEN, number(random), null, null, null));
        }
        if (random.nextBoolean()) {
            var part = random.nextInt(200);
            values.add(new Value(
                    "EMP-11", null, State.GIVEN, null, BigDecimal.valueOf(part), BigDecimal.valueOf(part + 9), null));
        }
        if (random.nextBoolean()) {
            var answers = 15 + random.nextInt(40);
            values.add(new Value(
                    "SUS-06",
                    null,
                    State.GIVEN,
                    null,
                    BigDecimal.valueOf(random.nextInt(answers)),
                    BigDecimal.valueOf(answers),
                    null));
        }
        if (random.nextInt(3) > 0) {
            var named = IntStream.range(0, random.nextInt(4))
                    .mapToObj(any -> "GB-COH-0000000" + random.nextInt(6))
                    .distinct()
                    .toList();
            var count = BigDecimal.valueOf(named.size() + random.nextInt(3));
            values.add(new Value("PRO-07", null, State.GIVEN, count, null, null, null, named));
        }
        if (random.nextBoolean()) {
            values.add(new Value(
                    "LDP-05", "employment", State.GIVEN, BigDecimal.valueOf(1 + random.nextInt(4)), null, null, null));
        }
        var contracts = "C-%d;C-%d".formatted(random.nextInt(3), 3 + random.nextInt(3));
        values.add(new Value(
                "PRO-05",
                null,
                State.GIVEN,
                number(random),
                null,
                null,
                null,
                null,
                Map.of("contracts", contracts),
                null));
        values.add(said("PRO-01", number(random), "interSignatory", String.valueOf(random.nextInt(50))));
        values.add(said("SUS-01", number(random), "basis", random.nextBoolean() ? "MARKET" : "LOCATION"));
        values.add(new Value(
                "PRO-06",
                null,
                State.GIVEN,
                null,
                number(random),
                number(random),
                null,
                null,
                switch (random.nextInt(3)) {
                    case 0 -> Map.of("method", "ECC");
                    case 1 -> Map.of("method", "TOMS");
                    default -> null;
                },
                null));
        values.add(new Value("LDP-01", null, State.GIVEN, BigDecimal.valueOf(random.nextInt(2)), null, null, null));
        values.add(
                random.nextBoolean()
                        ? said("SUS-02", number(random), "categories", random.nextBoolean() ? "11;1" : "1;11")
                        : new Value("SUS-02", null, State.NOT_COLLECTED, null, null, null, null));
        return new AnnualReportSubmitted(
                organisation + "-" + year,
                organisation,
                year.toString(),
                revision,
                START.plus(Duration.ofDays(60L * revision)),
                LocalDate.of(start + 1, 9, 30),
                "2024.1",
                values,
                random.nextBoolean() ? "HSIYA" : "ESSEX",
                random.nextBoolean() ? LocalDate.of(start + 1, 6, 30) : null,
                revision == 1 ? null : "corrected");
    }

    /** A value that says something beside its figure, or, once in four times, does not. */
    private static Value said(String indicator, BigDecimal number, String attribute, String said) {
        return new Value(
                indicator,
                null,
                State.GIVEN,
                number,
                null,
                null,
                null,
                null,
                number.intValue() % 4 == 0 ? null : Map.of(attribute, said),
                null);
    }

    private static BigDecimal number(Random random) {
        return BigDecimal.valueOf(random.nextInt(10_000));
    }

    private static String plain(Distincts.Distinct distinct) {
        return distinct.figure().id() + " " + distinct.identified() + " "
                + distinct.largest().stripTrailingZeros().toPlainString();
    }

    private static String plain(Total total) {
        return "%d %s %s n=%d head=%s %s/%s paired=%d %s/%s before %s/%s"
                .formatted(
                        total.year(),
                        total.indicator(),
                        total.group(),
                        total.organisations(),
                        total.headcount().stripTrailingZeros().toPlainString(),
                        total.numerator().stripTrailingZeros().toPlainString(),
                        total.denominator().stripTrailingZeros().toPlainString(),
                        total.paired(),
                        total.pairedNumerator().stripTrailingZeros().toPlainString(),
                        total.pairedDenominator().stripTrailingZeros().toPlainString(),
                        total.previousNumerator().stripTrailingZeros().toPlainString(),
                        total.previousDenominator().stripTrailingZeros().toPlainString());
    }
}

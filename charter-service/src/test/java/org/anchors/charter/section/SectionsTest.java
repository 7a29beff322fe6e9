package org.anchors.charter.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anchors.contracts.event.ContractAwarded;
import org.anchors.contracts.event.DeliveryApproved;
import org.anchors.contracts.event.EmploymentEvent;
import org.anchors.contracts.event.Event;
import org.anchors.contracts.event.OutcomeTotalsChanged;
import org.anchors.contracts.event.OutcomeTotalsChanged.Basis;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.anchors.contracts.event.OutcomeTotalsChanged.Totals;
import org.anchors.contracts.event.ProgrammeRegistered;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.inbox.Envelope;
import org.anchors.kit.testing.Engines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sections follow from the other services' events alone, in whatever order and however often these arrive. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class SectionsTest {

    /** Years that no other test speaks of. */
    private static final ReportingYear YEAR = new ReportingYear(2040);

    private static final ReportingYear OTHER_YEAR = new ReportingYear(2044);
    private static final Instant START = Instant.parse("2041-01-01T09:00:00Z");

    @Inject
    SocialValueProjection socialValue;

    @Inject
    OutcomeProjection outcomes;

    @Inject
    Sections sections;

    @Inject
    EntityManager database;

    /** An event and when it is taken in, counted in minutes. */
    record Arrival(Envelope envelope, int minute) {

        static Arrival of(Event event, int minute) {
            return new Arrival(new Envelope(UUID.randomUUID(), START, event), minute);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void orderAndRepetitionChangeNoRow(long seed) {
        var random = new Random(seed);
        var history = history(random);
        var inOrder = rowsAfter(history);
        var shuffled = new ArrayList<>(history);
        shuffled.addAll(history.subList(0, history.size() / 2));
        Collections.shuffle(shuffled, random);
        assertEquals(inOrder, rowsAfter(shuffled), () -> "seed " + seed);
    }

    @Test
    void showsWhatWasTakenInByAnInstant() {
        take(Arrival.of(delivered("c-1", OTHER_YEAR, 1, 100), 1));
        take(Arrival.of(delivered("c-1", OTHER_YEAR, 2, 70), 3));
        take(Arrival.of(delivered("c-1", OTHER_YEAR, 1, 100), 5));
        assertEquals(money("0.00"), deliveredAt(OTHER_YEAR, 0));
        assertEquals(money("100.00"), deliveredAt(OTHER_YEAR, 1));
        assertEquals(money("100.00"), deliveredAt(OTHER_YEAR, 2));
        assertEquals(money("70.00"), deliveredAt(OTHER_YEAR, 3));
        assertEquals(money("70.00"), deliveredAt(OTHER_YEAR, 9));
    }

    @Test
    void proxyValuesOfTwoCataloguesAreNotAddedUp() {
        var year = new ReportingYear(2046);
        take(Arrival.of(awarded("c-2", "buyer-a", "example-1", year), 1));
        take(Arrival.of(awarded("c-3", "buyer-b", "example-2", year), 1));
        var both = read(year, null, null);
        assertEquals(2, both.contracts());
        assertEquals(money("2000000.00"), both.value());
        assertNull(both.committed());
        assertNull(both.due());
        assertNotNull(both.caveat());
        assertEquals(
                List.of("example-1", "example-2"),
                both.catalogues().stream().map(SocialValue.Amounts::catalogue).toList());
        var one = read(year, List.of("buyer-b"), null);
        assertEquals(1, one.contracts());
        assertEquals(money("30.00"), one.committed());
        assertEquals(money("10.00"), one.due());
    }

    @Test
    void expectsAProgrammeFromTheYearInWhichItBeginsAsItWasSaidLast() {
        var year = new ReportingYear(2048);
        take(Arrival.of(registered(LocalDate.of(2048, 9, 1), null), 1));
        take(Arrival.of(registered(LocalDate.of(2049, 9, 1), 2), 3));
        take(Arrival.of(registered(LocalDate.of(2048, 9, 1), null), 5));
        assertEquals(0, programmes(year, at(0)));
        assertEquals(1, programmes(year, at(2)));
        assertEquals(0, programmes(year, at(3)));
        assertEquals(0, programmes(year, null));
        assertEquals(1, programmes(new ReportingYear(2049), null));
    }

    @Test
    void callsAProgrammeWhatItWasCalledByThen() {
        var year = new ReportingYear(2051);
        take(Arrival.of(outcome("renamed", year, null, 20, Quality.EXACT), 1));
        take(Arrival.of(named("renamed", "Old name", 1), 2));
        take(Arrival.of(named("renamed", "New name", 2), 4));
        assertEquals(
                "Told with totals",
                employment(year, at(1)).programmes().getFirst().name());
        assertEquals("Old name", employment(year, at(3)).programmes().getFirst().name());
        assertEquals("New name", employment(year, null).programmes().getFirst().name());
    }

    /** A rebuild finds names in the topic that were not kept when they were taken in, and the report as known then had others. */
    @Test
    void callsAProgrammeByItsTotalsAsLongAsNamesWereNotKept() {
        var year = new ReportingYear(2054);
        keepNamesSince(at(2));
        try {
            take(Arrival.of(outcome("nameless", year, null, 20, Quality.EXACT), 1));
            take(Arrival.of(named("nameless", "Old name", 1), 2));
            take(Arrival.of(named("nameless", "New name", 2), 4));
        } finally {
            keepNamesSince(Instant.EPOCH);
        }
        assertEquals(
                "Told with totals",
                employment(year, at(3)).programmes().getFirst().name());
        assertEquals("New name", employment(year, null).programmes().getFirst().name());
    }

    private void keepNamesSince(Instant since) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update programme_names_kept set since = :since")
                        .setParameter("since", since)
                        .executeUpdate());
    }

    /** As the first of them were told, and are told again when the section is rebuilt. */
    @Test
    void keepsNoExactCountOfAGroup() {
        var year = new ReportingYear(2052);
        take(Arrival.of(outcome("exact", year, "veteran", 7, Quality.EXACT), 1));
        take(Arrival.of(outcome("exact", year, "carer", 13, Quality.EXACT), 1));
        take(Arrival.of(outcome("exact", year, "care-leaver", 0, Quality.LOWER_BOUND), 1));
        take(Arrival.of(outcome("exact", year, "disability", 15, Quality.ROUNDED), 1));
        assertEquals(
                List.of("care-leaver LOWER_BOUND -", "carer ROUNDED 15", "disability ROUNDED 15", "veteran ROUNDED -"),
                database.createNativeQuery("""
                                select concat_ws(' ', grp, quality, coalesce(cast(participants as text), '-')) from programme_outcome
                                where programme = 'exact' order by grp collate "C"
                                """, String.class).getResultList());
    }

    /** As the first of them were told: what is rounded for each cohort adds up to something else. */
    @Test
    void leavesOutWhatWasToldOfAGroupInACohort() {
        var year = new ReportingYear(2053);
        take(Arrival.of(outcome("cohorts", "autumn", year, "veteran", 20, Quality.ROUNDED), 1));
        take(Arrival.of(outcome("cohorts", "spring", year, "veteran", 20, Quality.ROUNDED), 1));
        assertEquals(List.of(), employment(year, null).groups());
        take(Arrival.of(outcome("cohorts", year, "veteran", 35, Quality.ROUNDED), 2));
        assertEquals(List.of(35L), veterans(employment(year, null)));
    }

    private static List<@Nullable Long> veterans(Employment employment) {
        return Stream.ofNullable(employment.groups())
                .flatMap(List::stream)
                .map(group -> group.totals().participants().value())
                .toList();
    }

    private static ProgrammeRegistered named(String programme, String name, int version) {
        return new ProgrammeRegistered(programme, name, "provider-a", null, "THREE_MONTHS", START, version);
    }

    /** Everybody in a cohort, or a group in all of them. */
    private static OutcomeTotalsChanged outcome(
            String programme, ReportingYear year, @Nullable String group, int participants, Quality quality) {
        return outcome(programme, group == null ? "autumn" : null, year, group, participants, quality);
    }

    private static OutcomeTotalsChanged outcome(
            String programme,
            @Nullable String cohort,
            ReportingYear year,
            @Nullable String group,
            int participants,
            Quality quality) {
        return new OutcomeTotalsChanged(
                programme,
                "Told with totals",
                "provider-a",
                cohort,
                year.toString(),
                year.toString(),
                group,
                Basis.RECORDS,
                quality,
                new Totals(participants, null, null, null),
                1,
                START);
    }

    private Employment employment(ReportingYear year, @Nullable Instant knownOn) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sections.employment(new Sections.Scope(year, null, knownOn)));
    }

    private int programmes(ReportingYear year, @Nullable Instant knownOn) {
        var scope = new Sections.Scope(year, List.of("provider-of-moved"), knownOn);
        return QuarkusTransaction.requiringNew()
                .call(() -> sections.employment(scope).totals().participants().of());
    }

    private static ProgrammeRegistered registered(LocalDate startsOn, @Nullable Integer version) {
        return new ProgrammeRegistered("moved", "Moved", "provider-of-moved", startsOn, "THREE_MONTHS", START, version);
    }

    private List<Arrival> history(Random random) {
        var history = new ArrayList<Arrival>();
        for (var contract : List.of("h-1", "h-2", "h-3")) {
            history.add(Arrival.of(awarded(contract, "buyer-a", "example-1", YEAR), random.nextInt(100)));
            IntStream.rangeClosed(1, 5)
                    .mapToObj(version ->
                            Arrival.of(delivered(contract, YEAR, version, version * 10), random.nextInt(100)))
                    .forEach(history::add);
        }
        for (var cohort : List.of("autumn", "spring")) {
            IntStream.rangeClosed(1, 6)
                    .mapToObj(version -> Arrival.of(counted(cohort, version), random.nextInt(100)))
                    .forEach(history::add);
        }
        return history;
    }

    private List<String> rowsAfter(List<Arrival> arrivals) {
        QuarkusTransaction.requiringNew().run(() -> {
            socialValue.clear();
            outcomes.clear();
        });
        arrivals.forEach(this::take);
        return Stream.of("awarded_contract", "contract_commitment", "contract_delivery", "programme_outcome")
                .map("select cast(to_jsonb(r) as text) from %s r where r.year = 2040"::formatted)
                .<String>flatMap(select ->
                        database.createNativeQuery(select, String.class).getResultStream())
                .sorted()
                .toList();
    }

    private void take(Arrival arrival) {
        var section = arrival.envelope().event() instanceof EmploymentEvent ? outcomes : socialValue;
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery(
                            "insert into section_receipt values (:section, :event, :at) on conflict do nothing")
                    .setParameter("section", section.name())
                    .setParameter("event", arrival.envelope().id())
                    .setParameter("at", at(arrival.minute()))
                    .executeUpdate();
            section.apply(arrival.envelope());
        });
    }

    private @Nullable BigDecimal deliveredAt(ReportingYear year, int minute) {
        return read(year, null, at(minute)).delivered();
    }

    private SocialValue read(ReportingYear year, @Nullable List<String> buyers, @Nullable Instant knownOn) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sections.socialValue(new Sections.Scope(year, buyers, knownOn)));
    }

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }

    private static ContractAwarded awarded(String contract, String buyer, String catalogue, ReportingYear year) {
        return new ContractAwarded(
                contract,
                buyer,
                LocalDate.of(year.start(), 9, 1),
                money("1000000.00"),
                BigDecimal.TEN,
                catalogue,
                List.of(
                        new ContractAwarded.Commitment(year.toString(), money("10.00")),
                        new ContractAwarded.Commitment(new ReportingYear(year.start() + 1).toString(), money("20.00"))),
                START);
    }

    private static DeliveryApproved delivered(String contract, ReportingYear year, int version, int amount) {
        return new DeliveryApproved(
                contract, "buyer-a", year.toString(), BigDecimal.valueOf(amount), "example-1", version, START);
    }

    private static OutcomeTotalsChanged counted(String cohort, int version) {
        return new OutcomeTotalsChanged(
                "programme-a",
                "Programme A",
                "provider-a",
                cohort,
                YEAR.toString(),
                YEAR.toString(),
                null,
                Basis.RECORDS,
                Quality.EXACT,
                new Totals(version * 3, version, null, null),
                version,
                START);
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }
}

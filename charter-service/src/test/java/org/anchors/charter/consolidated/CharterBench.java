package org.anchors.charter.consolidated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.anchors.charter.report.ReportExamples;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.testing.BenchSheet;
import org.anchors.kit.testing.Engines;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/**
 * Measures the consolidated report over HTTP, with 40 and with 4,000 organisations of 10 years and 45 indicators each, in turns.
 * Run by {@code ./anchor bench charter}, not with the tests. The rows are written straight into the projection's tables; the
 * running sums are then taken from the rows, by the statements that a narrowed report uses.
 */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class CharterBench {

    private static final ReportingYear YEAR = new ReportingYear(2025);
    private static final int YEARS = 10;
    private static final int SMALL = 40;
    private static final int LARGE = 4_000;
    private static final int ROUNDS = 10;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int REQUESTS = 40;
    private static final int WARM_UP_REQUESTS = 5;
    private static final Map<String, String> QUERIES = Map.of("whole report", "", "20 organisations", "?place=Here");
    private static final double GOAL = 1.5;

    @Inject
    EntityManager database;

    @Inject
    Totals totals;

    @Inject
    Tallies tallies;

    @Inject
    Distincts distincts;

    @Inject
    Evidence evidence;

    /** Nanoseconds by query and number of organisations. */
    private final Map<String, Map<Integer, List<Long>>> measured = new TreeMap<>();

    @Test
    void consolidatedReport() throws IOException, InterruptedException {
        var sets = new TwoSets(this::sql);
        fill(SMALL);
        inTransaction(sets::make);
        inTransaction(sets::swap);
        fill(LARGE);
        for (var round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            for (var organisations : List.of(LARGE, SMALL)) {
                ask(organisations, round >= 0);
                inTransaction(sets::swap);
            }
        }
        report();
    }

    private void report() {
        measured.forEach((query, sizes) -> {
            var small = BenchSheet.Times.of(sizes.getOrDefault(SMALL, List.of()));
            var large = BenchSheet.Times.of(sizes.getOrDefault(LARGE, List.of()));
            BenchSheet.times("consolidated report, %s, of %,d".formatted(query, SMALL), small);
            BenchSheet.times("consolidated report, %s, of %,d".formatted(query, LARGE), large);
            var ratio = large.p50() / small.p50();
            BenchSheet.goal("  p50 of %,d : %,d".formatted(LARGE, SMALL), ratio, "at most " + GOAL, ratio <= GOAL);
            BenchSheet.say("%-52s %.2f", "  p99 of %,d : %,d".formatted(LARGE, SMALL), large.p99() / small.p99());
        });
    }

    private void fill(int organisations) {
        inTransaction(() -> load(organisations));
        inTransaction(() -> sumUp(organisations));
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().timeout(900).run(work);
    }

    private void load(int organisations) {
        sql("truncate consolidated_total, consolidated_tally, consolidated_identifier, consolidated_distinct,"
                + " consolidated_evidence, consolidated_value, consolidated_report");
        sql("delete from signature");
        sql("""
                insert into organisation (key, name, sector, places, alliances, level, note)
                select 'bench-' || lpad(n::text, 5, '0'), 'Bench ' || n, 'NHS acute',
                       array[case when n <= 20 then 'Here' else 'There' end], array['Mid'], 'place', ''
                from generate_series(1, %d) n on conflict do nothing
                """.formatted(organisations));
        sql("""
                insert into signature (reference, edition, organisation, role, state)
                select key || '-2024-27-1', '2024-27', key, 'Chief Executive', 'SIGNED' from organisation where key like 'bench-%'
                """);
        sql("""
                insert into consolidated_report (organisation, year, revision, reference, due, known_from, known_to, event_id)
                select o.key, y, 1, o.key || '-' || y, make_date(y + 1, 12, 31),
                       make_timestamptz(y + 1, 6, 1, 12, 0, 0), timestamptz '9999-12-31 00:00:00+00', gen_random_uuid()
                from organisation o, generate_series(%d, %d) y where o.key like 'bench-%%'
                """.formatted(YEAR.start() - YEARS + 1, YEAR.start()));
        sql("""
                insert into consolidated_value (year, indicator, grp, organisation, revision, numerator, denominator,
                                                known_from, known_to, form, top, bottom, answer, identifiers, headcount)
                select r.year, i.code, i.grp, r.organisation, 1, n.n, case when i.form like '%RATIO%' then 200 end,
                       r.known_from, r.known_to, i.form, n.n, 200,
                       case i.form when 'COUNT_BY_VALUE' then 'HSIYA' when 'LATEST' then (n.n % 4 + 1)::text end,
                       case i.form when 'COUNT_DISTINCT'
                         then array['GB-COH-' || lpad((hashtext(r.organisation) & 1023)::text, 8, '0')] end, 100
                from consolidated_report r
                cross join (
                  select e ->> 'code' as code, e ->> 'aggregation' as form, coalesce(e -> 'groups' ->> 0, '') as grp
                  from indicator_catalogue c, jsonb_array_elements(cast(c.definition as jsonb) -> 'indicators') e) i
                cross join lateral (select 1 + abs(hashtext(r.organisation || i.code || r.year)) % 100 as n) n
                """);
    }

    private void sumUp(int organisations) {
        sql("analyze");
        var all = IntStream.rangeClosed(1, organisations)
                .mapToObj(n -> String.format(Locale.ROOT, "bench-%05d", n))
                .toList();
        totals.of(all, YEAR, null).forEach(total -> database.createNativeQuery("""
                                insert into consolidated_total values (:year, :indicator, :grp, :organisations, :headcount,
                                  :numerator, :denominator, :paired, :pn, :pd, :qn, :qd)
                                """)
                .setParameter("year", total.year())
                .setParameter("indicator", total.indicator())
                .setParameter("grp", total.group())
                .setParameter("organisations", total.organisations())
                .setParameter("headcount", total.headcount())
                .setParameter("numerator", total.numerator())
                .setParameter("denominator", total.denominator())
                .setParameter("paired", total.paired())
                .setParameter("pn", total.pairedNumerator())
                .setParameter("pd", total.pairedDenominator())
                .setParameter("qn", total.previousNumerator())
                .setParameter("qd", total.previousDenominator())
                .executeUpdate());
        tallies.of(all, YEAR, null)
                .forEach(tally -> insert(
                        "consolidated_tally",
                        tally.figure().indicator(),
                        tally.figure().group(),
                        "'" + tally.answer() + "', " + tally.organisations()));
        distincts
                .of(all, YEAR, null)
                .forEach(distinct -> insert(
                        "consolidated_distinct",
                        distinct.figure().indicator(),
                        distinct.figure().group(),
                        Long.toString(distinct.identified())));
        evidence.of(all, YEAR, null)
                .forEach(count -> insert(
                        "consolidated_evidence",
                        count.edition(),
                        count.commitment(),
                        count.organisations() + ", " + count.complete()));
    }

    private void insert(String table, String first, String second, String rest) {
        sql("insert into %s values (%d, '%s', '%s', %s)".formatted(table, YEAR.start(), first, second, rest));
    }

    private void sql(String statement) {
        database.unwrap(Session.class).doWork(connection -> {
            try (var work = connection.createStatement()) {
                work.execute(statement);
            }
        });
    }

    private void ask(int organisations, boolean counts) throws IOException, InterruptedException {
        for (var query : QUERIES.entrySet()) {
            var nanos = ask(query.getValue());
            if (counts) {
                measured.computeIfAbsent(query.getKey(), key -> new TreeMap<>())
                        .computeIfAbsent(organisations, key -> new ArrayList<>())
                        .addAll(nanos);
            }
        }
    }

    private static List<Long> ask(String query) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/api/charter/v1/consolidated/%s%s"
                        .formatted(RestAssured.port, YEAR, query)))
                .header("Authorization", "Bearer " + ReportExamples.anchorTeam())
                .build();
        var nanos = new ArrayList<Long>();
        try (var client = HttpClient.newHttpClient()) {
            for (var run = -WARM_UP_REQUESTS; run < REQUESTS; run++) {
                var began = System.nanoTime();
                var answer = client.send(request, BodyHandlers.ofByteArray());
                if (run >= 0) {
                    nanos.add(System.nanoTime() - began);
                }
                assertEquals(200, answer.statusCode());
            }
        }
        return nanos;
    }
}

package org.anchors.employment.milestone;

import static org.anchors.employment.milestone.Sending.send;
import static org.anchors.employment.milestone.Sending.states;
import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.anchors.employment.participant.Partnership;
import org.anchors.employment.participant.Stored;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class AnyOrderTest {

    @Inject
    DataSource database;

    @BeforeEach
    void tellOfOrganisations() throws SQLException {
        Partnership.tell(database);
    }

    /** Sent in any order, in pieces, twice, with mistakes that are corrected, a cohort comes to what it came to in truth. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void comesToTheSameHoweverMilestonesArrive(long seed) throws SQLException {
        var random = new Random(seed);
        var clean = programme();
        var disturbed = programme();
        var truth = new ArrayList<String>();
        var stream = new ArrayList<String>();
        for (var number = 0; number < 30; number++) {
            var who = "P-%03d".formatted(number);
            participant(clean, who, "");
            participant(disturbed, who, "");
            for (var line : life(who, random)) {
                truth.add(line.formatted(clean, ""));
                disturb(line, disturbed, stream, random);
            }
        }
        stream.addAll(stream.stream().filter(line -> random.nextBoolean()).toList());
        Collections.shuffle(stream, random);
        send("application/x-ndjson", String.join("\n", truth)).then().statusCode(201);
        for (var from = 0; from < stream.size(); from += 40) {
            send("application/x-ndjson", String.join("\n", stream.subList(from, Math.min(from + 40, stream.size()))))
                    .then()
                    .statusCode(201);
        }
        assertEquals(states(database, clean), states(database, disturbed));
        assertEquals(totals(clean), totals(disturbed));
        as(provider())
                .get("/api/employment/v1/outcomes?policy=NONE&programme=" + disturbed)
                .then()
                .body("funnel.people", equalTo(recount(disturbed)));
    }

    /** The stages of the funnel, counted from the records that nothing supersedes, by nothing of what the service counts with. */
    private List<Integer> recount(String programme) throws SQLException {
        var holding = """
                select m.* from milestone m join participant p on p.id = m.participant
                where p.programme = '%s' and not m.withdrawn and not exists (
                  select from milestone c where c.participant = m.participant and c.corrects_kind = m.kind
                    and c.corrects_on = m.happened_on and c.corrects_record = m.record)""".formatted(programme);
        var counts = new ArrayList<Integer>();
        for (var kind : List.of("REFERRED", "STARTED", "COMPLETED", "JOB_OFFER", "JOB_START")) {
            counts.add(Integer.valueOf(
                    read("select count(distinct participant) from (%s) m where kind = '%s'".formatted(holding, kind))
                            .getFirst()));
        }
        counts.add(Integer.valueOf(read("""
                        with holding as (%s)
                        select count(distinct start.participant) from holding start join holding seen
                          on seen.participant = start.participant and seen.kind in ('IN_WORK_CONFIRMED', 'JOB_END')
                        where start.kind = 'JOB_START'
                          and seen.happened_on >= least(start.happened_on + 91, start.happened_on + interval '3 months')""".formatted(holding)).getFirst()));
        return counts;
    }

    private static List<String> life(String who, Random random) {
        var day = LocalDate.of(2022, 4, 4).plusDays(random.nextInt(400));
        var lines = new ArrayList<String>();
        var kinds =
                List.of("REFERRED", "STARTED", "COMPLETED", "JOB_OFFER", "JOB_START", "IN_WORK_CONFIRMED", "JOB_END");
        for (var kind : kinds.subList(0, 1 + random.nextInt(kinds.size()))) {
            lines.add(
                    "{\"programme\": \"%%s\", \"participant\": \"%s\", \"kind\": \"%s\", \"on\": \"%s\", \"recordId\": \"%d\"%%s}"
                            .formatted(who, kind, day, lines.size()));
            day = day.plusDays(5 + random.nextInt(90));
        }
        return lines;
    }

    /** A true line, or one of a day or two later and the true one correcting it; and jobs that never were, withdrawn. */
    private static void disturb(String line, String programme, List<String> stream, Random random) {
        var later = at(line, day(line).plusDays(1 + random.nextInt(2)));
        if (random.nextInt(3) == 0) {
            stream.add(record(later, "wrong").formatted(programme, ""));
            stream.add(line.formatted(programme, corrects(later, "wrong")));
        } else {
            stream.add(line.formatted(programme, ""));
        }
        if (line.contains("JOB_START") && random.nextBoolean()) {
            var invented = record(later, "invented").formatted(programme, "%s");
            stream.add(invented.formatted(""));
            stream.add(invented.formatted(corrects(later, "invented") + ", \"withdrawn\": true"));
        }
    }

    private static LocalDate day(String line) {
        return LocalDate.parse(line.replaceAll(".*\"on\": \"([0-9-]+)\".*", "$1"));
    }

    private static String at(String line, LocalDate day) {
        return line.replaceAll("\"on\": \"[0-9-]+\"", "\"on\": \"%s\"".formatted(day));
    }

    private static String record(String line, String prefix) {
        return line.replaceAll("\"recordId\": \"(\\d+)\"", "\"recordId\": \"%s-$1\"".formatted(prefix));
    }

    private static String corrects(String line, String prefix) {
        return ", \"corrects\": {\"on\": \"%s\", \"recordId\": \"%s-%s\"}"
                .formatted(day(line), prefix, line.replaceAll(".*\"recordId\": \"(\\d+)\".*", "$1"));
    }

    private List<String> totals(String programme) throws SQLException {
        return read("""
                select concat_ws(' ', year, grp, participants, job_offers, in_work, sustained)
                from outcome_total where programme = '%s' and participants + job_offers + in_work + sustained > 0
                order by year, grp""".formatted(programme));
    }

    private List<String> read(String sql) throws SQLException {
        return Stored.read(database, sql);
    }
}

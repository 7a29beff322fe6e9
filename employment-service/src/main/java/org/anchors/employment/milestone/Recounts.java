package org.anchors.employment.milestone;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.anchors.employment.outcome.Journey;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.employment.total.Totals;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.OneAtATime;
import org.anchors.kit.rows.Rows;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Cohorts of which records are kept, by which version of the fold their people were folded, and what a recount of them comes to. */
@ApplicationScoped
class Recounts {

    static final int SECONDS = 600;
    private static final int MOST_AT_ONCE = 10_000;

    /** A page is folded while the one who asks waits. */
    static final int LARGEST_PAGE = 20;

    private static final String COHORTS = """
            select c.id, c.programme, c.key, f.version from cohort_fold f join cohort c on c.id = f.cohort
            where c.sealed_at is null and %s order by c.id limit ?
            """;

    private final Rows rows;
    private final EntityManager database;
    private final ProgrammeAccess programmes;
    private final Totals totals;
    private final OneAtATime oneAtATime;

    Recounts(Rows rows, EntityManager database, ProgrammeAccess programmes, Totals totals, OneAtATime oneAtATime) {
        this.rows = rows;
        this.database = database;
        this.programmes = programmes;
        this.totals = totals;
        this.oneAtATime = oneAtATime;
    }

    /** A cohort, and the oldest version of the fold by which people in it were folded. */
    record Cohort(long id, String programme, String key, int version) {
        static Cohort of(ResultSet row) throws SQLException {
            return new Cohort(
                    row.getLong("id"), row.getString("programme"), row.getString("key"), row.getInt("version"));
        }
    }

    /**
     * What a recount of a cohort comes to.
     *
     * @param number the cohort's place in the list
     * @param people of whom there are records
     * @param differing of whom something else is stored than the records come to
     * @param toldOtherwise whether the totals that were told are others than what is stored comes to, though nobody was erased since
     * @param waiting whether it will be recounted by itself
     */
    @Schema(name = "Recount", description = "What a recount of a cohort comes to.")
    record Recounted(
            @JsonIgnore long number,
            String programme,
            String cohort,
            int people,
            int differing,
            boolean toldOtherwise,
            boolean waiting) {}

    /** Recounts cohorts behind a given one, and stores nothing. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public List<Recounted> check(@Nullable String programme, long after, int most) {
        rows.readOneState();
        requireKnown(programme);
        requireNoOther();
        var cohorts = rows.all(
                COHORTS.formatted("c.id > ? and coalesce(c.programme = ?, true)"), Cohort::of, after, programme, most);
        var toldOtherwise = totals.toldOtherwise(numbers(cohorts));
        return inDatabase(cohorts, recount -> {
            var people = recount.people();
            var others = recount.others();
            return cohorts.stream()
                    .map(cohort -> new Recounted(
                            cohort.id(),
                            cohort.programme(),
                            cohort.key(),
                            people.getOrDefault(cohort.id(), 0),
                            others.getOrDefault(cohort.id(), 0),
                            toldOtherwise.contains(cohort.id()),
                            cohort.version() < Journey.VERSION))
                    .toList();
        });
    }

    private void requireKnown(@Nullable String programme) {
        if (programme != null && programmes.find(programme).isEmpty()) {
            throw ProgrammeAccess.notFound(programme);
        }
    }

    /** Each keeps a connection and a processor for as long as it takes; one at a time leaves the others to everybody else. */
    private void requireNoOther() {
        if (!oneAtATime.isOnly("recount")) {
            throw new Refused(MilestoneRefusal.RECOUNT_UNDER_WAY, "Ask again when it is done.");
        }
    }

    /** Marks cohorts to be recounted, whatever version they were folded by; answers how many. */
    int order(@Nullable String programme) {
        requireKnown(programme);
        return rows.change("""
                with ordered as (
                    select f.cohort from cohort_fold f join cohort c on c.id = f.cohort
                    where c.sealed_at is null and coalesce(c.programme = ?, true) order by f.cohort for update of f)
                update cohort_fold f set version = 0 from ordered o where f.cohort = o.cohort
                """, programme);
    }

    /** Cohorts that an older version folded. */
    List<Cohort> waiting() {
        return rows.all(COHORTS.formatted("f.version < ?"), Cohort::of, Journey.VERSION, MOST_AT_ONCE);
    }

    /** Whether nobody else has recounted a cohort, or has it in hand; it is the caller's until the transaction ends. */
    boolean isStillWaiting(Cohort cohort) {
        return rows.first(
                        COHORTS.formatted("f.version < ? and c.id = ?") + " for update of c, f skip locked",
                        Cohort::of,
                        Journey.VERSION,
                        cohort.id(),
                        1)
                .isPresent();
    }

    /** Stores what the records of a cohort come to; answers of how many people something else was stored. */
    int store(Cohort cohort) {
        var differing = inDatabase(List.of(cohort), Recount::store);
        rows.change("update cohort_fold set version = ? where cohort = ?", Journey.VERSION, cohort.id());
        return differing;
    }

    /** Asks a recount of some cohorts. */
    private interface Question<T> {
        T of(Recount recount) throws SQLException;
    }

    private <T> T inDatabase(List<Cohort> cohorts, Question<T> question) {
        var known = cohorts.stream()
                .map(Cohort::programme)
                .distinct()
                .map(programmes::find)
                .flatMap(Optional::stream)
                .toList();
        return database.unwrap(Session.class)
                .doReturningWork(connection -> question.of(Recount.of(connection, numbers(cohorts), known)));
    }

    private static List<Long> numbers(List<Cohort> cohorts) {
        return cohorts.stream().map(Cohort::id).toList();
    }
}

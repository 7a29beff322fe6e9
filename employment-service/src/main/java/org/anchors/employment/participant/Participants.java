package org.anchors.employment.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/** All participants. Only the provider of their programme gets at one; auditors read them. */
@ApplicationScoped
public class Participants {

    private static final String COLUMNS = """
            select p.id, p.cohort, p.public_id, p.programme, c.key cohort_key, p.age_band, p.imd_decile, p.imd_edition, p.place,
                   p.referrer, p.registered_at, p.version
            from participant p join cohort c on c.id = p.cohort
            """;

    /** What is there is not left to the constraint: what the database would write to its log about it holds the pseudonym. */
    private static final String ADD = """
            insert into participant (programme, registered_at, public_id, cohort, pseudonym, shared_pseudonym, age_band,
              imd_decile, imd_edition, place, referrer, version)
            select ?, ?, one.*, 0
            from unnest(?::uuid[], ?::bigint[], ?::bytea[], ?::bytea[], ?::text[], ?::smallint[], ?::text[], ?::text[], ?::text[]) one
            on conflict (programme, pseudonym) do nothing
            """;

    private final EntityManager database;
    private final Rows rows;
    private final ProgrammeAccess programmes;

    Participants(EntityManager database, Rows rows, ProgrammeAccess programmes) {
        this.database = database;
        this.rows = rows;
        this.programmes = programmes;
    }

    /** A participant as stored. */
    record Found(long id, long cohort, long version, ParticipantView view) {
        static Found of(Tuple row) {
            return new Found(
                    row.get("id", Long.class),
                    row.get("cohort", Long.class),
                    row.get("version", Long.class),
                    ParticipantView.of(row));
        }
    }

    /** The number of a cohort that takes participants; empty where the programme has none of that key. */
    Optional<Long> cohort(String programme, String key) {
        List<?> rows = database.createNativeQuery(
                        "select id, sealed_at from cohort where programme = :programme and key = :key", Tuple.class)
                .setParameter("programme", programme)
                .setParameter("key", key)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).findFirst().map(row -> {
            if (row.get("sealed_at") != null) {
                throw new Refused(
                        ParticipantRefusal.COHORT_SEALED, "The cohort %s takes nobody any more.".formatted(key));
            }
            return row.get("id", Long.class);
        });
    }

    /** A participant as it is added. */
    record New(Enrolment.Placed placed, byte[] pseudonym, byte @Nullable [] shared) {
        Registration said() {
            return placed.said();
        }
    }

    /** Adds participants of a programme; answers how many of them it did not have under the same pseudonym. */
    int add(String programme, List<New> some, Instant at) {
        return rows.change(
                ADD,
                programme,
                at,
                column(some, one -> one.placed().id().toString(), String[]::new),
                column(some, one -> one.placed().cohort(), Long[]::new),
                column(some, New::pseudonym, byte[][]::new),
                column(some, New::shared, byte[][]::new),
                column(some, one -> AgeBand.label(one.said().ageBand()), String[]::new),
                column(some, one -> one.said().imdDecile(), Integer[]::new),
                column(some, one -> one.said().imdEdition(), String[]::new),
                column(some, one -> one.said().place(), String[]::new),
                column(some, one -> one.said().referrer(), String[]::new));
    }

    /** Which of some pseudonyms a programme has, by their places in the list. */
    List<Integer> known(String programme, List<byte[]> pseudonyms) {
        return rows.all("""
                select cast(sent.place as int) - 1 place
                from unnest(?::bytea[]) with ordinality sent (pseudonym, place)
                join participant p on p.programme = ? and p.pseudonym = sent.pseudonym
                """, row -> row.getInt("place"), pseudonyms.toArray(byte[][]::new), programme);
    }

    private static <T> Object column(List<New> some, Function<New, @Nullable T> part, IntFunction<T[]> array) {
        return some.stream().map(part).toArray(array);
    }

    /** Something was recorded of people in a programme: what is kept of them is kept from then on. */
    void followedUp(String programme, Instant at) {
        database.createNativeQuery("""
                        insert into follow_up as f (programme, last_at) values (:programme, :at)
                        on conflict (programme) do update set last_at = greatest(f.last_at, excluded.last_at)
                        """)
                .setParameter("programme", programme)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** A participant of a programme that the caller runs, or may audit. */
    Found require(UUID id, boolean toRead) {
        List<?> rows = database.createNativeQuery(COLUMNS + "where p.public_id = :id", Tuple.class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .map(row -> Found.of((Tuple) row))
                .filter(found -> toRead
                        ? programmes.showsRowsOf(found.view().programme())
                        : programmes.isOwn(found.view().programme()))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("The participant"));
    }

    /** The number under which rows belong to a participant whom the caller may see. */
    public long numberToRead(UUID id) {
        return require(id, true).id();
    }

    Optional<ParticipantView> find(String programme, byte[] pseudonym) {
        List<?> rows = database.createNativeQuery(
                        COLUMNS + "where p.programme = :programme and p.pseudonym = :pseudonym", Tuple.class)
                .setParameter("programme", programme)
                .setParameter("pseudonym", pseudonym)
                .getResultList();
        return rows.stream().map(row -> ParticipantView.of((Tuple) row)).findFirst();
    }

    /**
     * A programme's participants in the order in which they were registered, those behind a given number; for those who may see single
     * people of it.
     */
    List<Found> behind(String programme, long after, int most) {
        if (!programmes.showsRowsOf(programme)) {
            throw ProgrammeAccess.notFound(programme);
        }
        List<?> rows = database.createNativeQuery(
                        COLUMNS + "where p.programme = :programme and p.id > :after order by p.id limit :most",
                        Tuple.class)
                .setParameter("programme", programme)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(row -> Found.of((Tuple) row)).toList();
    }

    /**
     * A participant of the caller's own programme, as it stands once nobody else changes records of its cohort until the
     * transaction ends: the version that is read is the one that is changed.
     */
    Found requireLocked(UUID id) {
        database.createNativeQuery("select id from cohort where id = :id for update")
                .setParameter("id", require(id, false).cohort())
                .getResultList();
        return require(id, false);
    }

    /** Puts what is known of a participant in the place of what was said before; the next version. */
    long describe(long id, Traits traits) {
        return ((Number) database.createNativeQuery("""
                        update participant set age_band = cast(:band as text), imd_decile = cast(:decile as smallint),
                          imd_edition = cast(:edition as text), place = cast(:place as text),
                          referrer = cast(:referrer as text), version = version + 1
                        where id = :id returning version
                        """)
                        .setParameter("id", id)
                        .setParameter("band", AgeBand.label(traits.ageBand()))
                        .setParameter("decile", traits.imdDecile())
                        .setParameter("edition", traits.imdEdition())
                        .setParameter("place", traits.place())
                        .setParameter("referrer", traits.referrer())
                        .getSingleResult())
                .longValue();
    }

    /** The next version of a participant. */
    long touch(long id) {
        return ((Number) database.createNativeQuery(
                                "update participant set version = version + 1 where id = :id returning version")
                        .setParameter("id", id)
                        .getSingleResult())
                .longValue();
    }
}

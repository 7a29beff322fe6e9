package org.anchors.charter.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.anchors.charter.publication.Preparing.Ready;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Everything that was published. */
@ApplicationScoped
class Publications {

    private static final String COLUMNS =
            "number, year, pillar, sector, place, alliance, level, policy, as_known_on, published_at, sha256";

    private final EntityManager database;
    private final PublishedClaims claims;
    private final ObjectMapper json;

    Publications(EntityManager database, PublishedClaims claims, ObjectMapper json) {
        this.database = database;
        this.claims = claims;
        this.json = json;
    }

    /** Until the transaction ends nobody else can publish; every statement after this one sees what was published before. */
    void oneAtATime() {
        database.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('publication', 4))) locked")
                .getSingleResult();
    }

    /** The number of the next publication. */
    int next() {
        return (Integer) database.createNativeQuery("select coalesce(max(number), 0) + 1 from publication")
                .getSingleResult();
    }

    void add(Ready ready, List<String> withheld) {
        var publication = ready.publication();
        var filters = publication.filters();
        database.createNativeQuery("""
                        insert into publication (%s, withheld, content)
                        values (:number, :year, cast(:pillar as text), cast(:sector as text), cast(:place as text),
                                cast(:alliance as text), cast(:level as text), :policy, :knownOn, :at, :sha256,
                                :withheld, :content)
                        """.formatted(COLUMNS))
                .setParameter("number", publication.number())
                .setParameter("year", publication.year().start())
                .setParameter("pillar", filters.pillar())
                .setParameter("sector", filters.sector())
                .setParameter("place", filters.place())
                .setParameter("alliance", filters.alliance())
                .setParameter("level", filters.level())
                .setParameter("withheld", text(withheld))
                .setParameter("policy", publication.disclosurePolicy())
                .setParameter("knownOn", publication.asKnownOn())
                .setParameter("at", publication.publishedAt())
                .setParameter("sha256", publication.sha256())
                .setParameter("content", ready.content())
                .executeUpdate();
        claims.add(publication.number(), ready.claims());
    }

    Publication require(int number) {
        return read("where number = :number", number, 1).stream()
                .findFirst()
                .orElseThrow(() -> Refused.notFound("The publication " + number));
    }

    /** The published text, as it was hashed. */
    String content(int number) {
        return (String) database.createNativeQuery("select content from publication where number = :number")
                .setParameter("number", number)
                .getSingleResult();
    }

    /** Publications by number, those behind a number; only of one year where it is named. */
    List<Publication> behind(int number, @Nullable ReportingYear year, int most) {
        return read("where number > :number " + (year == null ? "" : "and year = " + year.start()), number, most);
    }

    @SuppressWarnings("unchecked")
    private List<Publication> read(String where, int number, int most) {
        List<Tuple> rows = database.createNativeQuery(
                        "select %s from publication %s order by number limit :most".formatted(COLUMNS, where),
                        Tuple.class)
                .setParameter("number", number)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(this::publication).toList();
    }

    private Publication publication(Tuple row) {
        return new Publication(
                row.get("number", Integer.class),
                new ReportingYear(row.get("year", Integer.class)),
                new Wanted.Filters(
                        row.get("pillar", String.class),
                        row.get("sector", String.class),
                        row.get("place", String.class),
                        row.get("alliance", String.class),
                        row.get("level", String.class)),
                row.get("policy", String.class),
                row.get("as_known_on", Instant.class),
                row.get("published_at", Instant.class),
                row.get("sha256", String.class));
    }

    private String text(List<String> names) {
        try {
            return json.writeValueAsString(names);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Names are plain values", impossible);
        }
    }
}

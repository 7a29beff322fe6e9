package org.anchors.charter.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anchors.charter.disclosure.Claim;
import org.anchors.charter.disclosure.Quantity;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.disclosure.Policy;

/**
 * What publications said of the organisations behind their figures, with the counts as they were when it was said: a value that
 * was restated later is another quantity. Kept for the guard, and shown to nobody.
 */
@ApplicationScoped
class PublishedClaims {

    /** A measure's name begins with its year; what belongs to no year is held against every publication. */
    private static final int NO_YEAR = 0;

    private final EntityManager database;
    private final ObjectMapper json;

    PublishedClaims(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** One claim as a row; parts are counts by owner, by measure. */
    private record Row(
            int position, int year, String cell, String policy, int counts, Map<String, Map<String, Long>> parts) {}

    void add(int number, List<Claim> claims) {
        database.createNativeQuery("""
                        insert into publication_claim (number, position, year, cell, policy, counts, parts)
                        select :number, position, year, cell, policy, counts, parts
                        from jsonb_to_recordset(cast(:rows as jsonb))
                          as r (position int, year int, cell text, policy text, counts int, parts jsonb)
                        """)
                .setParameter("number", number)
                .setParameter("rows", text(rows(claims)))
                .executeUpdate();
    }

    /** Those that no publication made before, under the same policy. */
    @SuppressWarnings("unchecked")
    List<Claim> notYetMade(List<Claim> claims) {
        List<Integer> positions = database.createNativeQuery("""
                        select position from jsonb_to_recordset(cast(:rows as jsonb))
                          as new (position int, year int, policy text, parts jsonb)
                        where not exists (select 1 from publication_claim made
                          where made.year = new.year and made.policy = new.policy and made.parts = new.parts)
                        order by position
                        """)
                .setParameter("rows", text(rows(claims)))
                .getResultList();
        return positions.stream().map(claims::get).toList();
    }

    /** What was ever counted in publications about a year and the year before. */
    @SuppressWarnings("unchecked")
    Set<String> measures(ReportingYear year) {
        List<String> measures = database.createNativeQuery("""
                        select distinct measure from publication_claim, jsonb_object_keys(parts) measure where year in (:years)
                        """)
                .setParameter("years", years(year))
                .getResultList();
        return new TreeSet<>(measures);
    }

    /** How many counts all that was ever published about certain measures of a year and the year before is made of. */
    long countsAbout(ReportingYear year, Set<String> measures) {
        return (Long) database.createNativeQuery("""
                        select coalesce(sum(counts), 0) from publication_claim
                        where year in (:years) and jsonb_exists_any(parts, :measures)
                        """)
                .setParameter("years", years(year))
                .setParameter("measures", measures.toArray(String[]::new))
                .getSingleResult();
    }

    static long counts(List<Claim> claims) {
        return claims.stream().mapToLong(claim -> claim.parts().size()).sum();
    }

    /** What was ever published about certain measures of a year and the year before. Figures of different years do not bound one another. */
    @SuppressWarnings("unchecked")
    List<Claim> about(ReportingYear year, Set<String> measures) {
        List<Tuple> rows = database.createNativeQuery("""
                        select number, cell, policy, cast(parts as text) as parts from publication_claim
                        where year in (:years) and jsonb_exists_any(parts, :measures) order by number, position
                        """, Tuple.class)
                .setParameter("years", years(year))
                .setParameter("measures", measures.toArray(String[]::new))
                .getResultList();
        return rows.stream().map(this::claim).toList();
    }

    private static List<Integer> years(ReportingYear year) {
        return List.of(NO_YEAR, year.start(), year.previous().start());
    }

    private static List<Row> rows(List<Claim> claims) {
        return IntStream.range(0, claims.size())
                .mapToObj(position -> row(position, claims.get(position)))
                .toList();
    }

    private static Row row(int position, Claim claim) {
        return new Row(
                position,
                yearOf(claim),
                claim.cell(),
                claim.policy().label(),
                claim.parts().size(),
                claim.parts().stream()
                        .collect(Collectors.groupingBy(
                                Quantity::measure,
                                TreeMap::new,
                                Collectors.toMap(Quantity::of, Quantity::exact, Long::sum, TreeMap::new))));
    }

    /** All parts of a claim are of one year. */
    private static int yearOf(Claim claim) {
        return claim.parts().stream()
                .map(quantity -> quantity.measure().split(" ", 2)[0])
                .filter(year -> Character.isDigit(year.charAt(0)))
                .mapToInt(year -> ReportingYear.parse(year).start())
                .findFirst()
                .orElse(NO_YEAR);
    }

    private Claim claim(Tuple row) {
        return new Claim(
                Publication.name(row.get("number", Integer.class)),
                row.get("cell", String.class),
                quantities(row.get("parts", String.class)),
                Policy.labelled(row.get("policy", String.class)).orElseThrow());
    }

    private Set<Quantity> quantities(String parts) {
        try {
            return json.readValue(parts, new TypeReference<Map<String, Map<String, Long>>>() {}).entrySet().stream()
                    .flatMap(measure -> measure.getValue().entrySet().stream()
                            .map(owner -> new Quantity(measure.getKey(), owner.getKey(), owner.getValue())))
                    .collect(Collectors.toSet());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Claims were written by this class", impossible);
        }
    }

    private String text(List<Row> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Claims are plain values", impossible);
        }
    }
}

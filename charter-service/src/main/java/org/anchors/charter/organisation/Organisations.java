package org.anchors.charter.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.edge.Version;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** The organisations of the partnership, those included that others have taken the place of. */
@ApplicationScoped
public class Organisations {

    private static final String SELECT = """
            select key, aliases, sector, places, alliances, level, note, established, successor, succeeded_on, version
            from organisation
            """;

    private final EntityManager database;

    Organisations(EntityManager database) {
        this.database = database;
    }

    /**
     * Which organisations are asked for; what is null does not narrow.
     *
     * @param on those that exist on this day
     * @param named part of any of its names or aliases
     * @param sector such as {@code NHS acute}
     * @param place where it works
     * @param alliance the alliance it is part of
     * @param level system, regional or place
     */
    record Wanted(
            LocalDate on,
            @Nullable String named,
            @Nullable String sector,
            @Nullable String place,
            @Nullable String alliance,
            @Nullable String level) {}

    public Optional<Organisation> find(@Nullable String key) {
        return read(database.createNativeQuery(SELECT + "where key = :key", Tuple.class)
                        .setParameter("key", key))
                .stream()
                .findFirst();
    }

    public Organisation require(String key) {
        return find(key).orElseThrow(() -> Refused.notFound("The organisation " + key));
    }

    /** All there are and were, in the order of keys. */
    public List<Organisation> all() {
        return read(database.createNativeQuery(SELECT + "order by key", Tuple.class));
    }

    /**
     * What some organisations are called on a day, by key, as far as it was known at an instant.
     *
     * @param day a day that belongs to the instant
     */
    @SuppressWarnings("unchecked")
    public Map<String, String> namesKnownOn(Instant knownOn, LocalDate day, Collection<String> keys) {
        List<Tuple> rows = database.createNativeQuery("""
                        select distinct on (organisation) organisation, name from organisation_name
                        where organisation = any (:keys)
                        order by organisation, known_from <= :at and (held_from is null or held_from <= :day) desc,
                                 position * case when known_from <= :at and (held_from is null or held_from <= :day)
                                                 then -1 else 1 end
                        """, Tuple.class)
                .setParameter("keys", keys.toArray(String[]::new))
                .setParameter("at", knownOn)
                .setParameter("day", day)
                .getResultList();
        return rows.stream()
                .collect(toMap(row -> row.get("organisation", String.class), row -> row.get("name", String.class)));
    }

    /** The last day on which an organisation took another's place; empty for one that never did. */
    Optional<LocalDate> lastSucceededBy(String key) {
        var last = database.createNativeQuery(
                        "select cast(max(succeeded_on) as text) from organisation where successor = :key")
                .setParameter("key", key)
                .getSingleResult();
        return Optional.ofNullable((String) last).map(LocalDate::parse);
    }

    /** Those whose key comes after the given one, in the order of keys. */
    List<Organisation> after(String key, Wanted wanted, int most) {
        return read(database.createNativeQuery(SELECT + """
                        where key > :after
                          and (established is null or established <= :day)
                          and (succeeded_on is null or succeeded_on > :day)
                          and (cast(:named as text) is null
                               or exists (select 1 from organisation_name n where n.organisation = key
                                          and strpos(lower(n.name), lower(:named)) > 0)
                               or exists (select 1 from unnest(aliases) alias
                                          where strpos(lower(alias), lower(:named)) > 0))
                          and (cast(:sector as text) is null or sector = :sector)
                          and (cast(:place as text) is null or :place = any (places))
                          and (cast(:alliance as text) is null or :alliance = any (alliances))
                          and (cast(:level as text) is null or level = :level)
                        order by key limit :most
                        """, Tuple.class)
                .setParameter("after", key)
                .setParameter("day", wanted.on())
                .setParameter("named", wanted.named())
                .setParameter("sector", wanted.sector())
                .setParameter("place", wanted.place())
                .setParameter("alliance", wanted.alliance())
                .setParameter("level", wanted.level())
                .setParameter("most", most));
    }

    void add(Organisation organisation) {
        var added = write("""
                insert into organisation
                  (key, name, aliases, sector, places, alliances, level, note, established, successor, succeeded_on, version)
                values (:key, :name, :aliases, :sector, :places, :alliances, :level, :note, cast(:established as date),
                        cast(:successor as text), cast(:succeeded as date), :version)
                on conflict (key) do nothing
                """, organisation);
        if (added == 0) {
            throw new Refused(
                    OrganisationRefusal.ORGANISATION_EXISTS,
                    "The key %s is taken; choose another, or change that organisation.".formatted(organisation.key()));
        }
        writeNames(organisation);
    }

    /** Writes an organisation in the place of the version before it; refuses when somebody else was quicker. */
    void replace(Organisation organisation) {
        var changed = write("""
                update organisation set
                  name = :name, aliases = :aliases, sector = :sector, places = :places, alliances = :alliances,
                  level = :level, note = :note, established = cast(:established as date),
                  successor = cast(:successor as text), succeeded_on = cast(:succeeded as date), version = :version
                where key = :key and version = :version - 1
                """, organisation);
        if (changed == 0) {
            throw new Refused(
                    CommonRefusal.VERSION_STALE,
                    "Somebody else changed it at the same time; read it again and repeat the change. You sent %s."
                            .formatted(new Version(organisation.version() - 1).tag()));
        }
        writeNames(organisation);
    }

    private int write(String sql, Organisation organisation) {
        var about = organisation.about();
        var succession = organisation.succession();
        return database.createNativeQuery(sql)
                .setParameter("key", organisation.key())
                .setParameter("name", organisation.name())
                .setParameter("aliases", about.aliases().toArray(String[]::new))
                .setParameter("sector", about.sector())
                .setParameter("places", about.places().toArray(String[]::new))
                .setParameter("alliances", about.alliances().toArray(String[]::new))
                .setParameter("level", about.level())
                .setParameter("note", about.note())
                .setParameter("established", organisation.established())
                .setParameter("successor", succession == null ? null : succession.successor())
                .setParameter("succeeded", succession == null ? null : succession.on())
                .setParameter("version", organisation.version())
                .executeUpdate();
    }

    /** A name that was there before keeps the instant from which on it is known. */
    private void writeNames(Organisation organisation) {
        database.createNativeQuery("delete from organisation_name where organisation = :key and position >= :names")
                .setParameter("key", organisation.key())
                .setParameter("names", organisation.names().size())
                .executeUpdate();
        var position = 0;
        for (var name : organisation.names()) {
            database.createNativeQuery("""
                            insert into organisation_name (organisation, position, name, held_from, held_to)
                            values (:key, :position, :name, cast(:from as date), cast(:to as date))
                            on conflict (organisation, position) do update set
                              held_from = excluded.held_from, held_to = excluded.held_to,
                              name = excluded.name,
                              known_from = case when organisation_name.name = excluded.name
                                                then organisation_name.known_from else known_since() end
                            """)
                    .setParameter("key", organisation.key())
                    .setParameter("position", position++)
                    .setParameter("name", name.name())
                    .setParameter("from", name.from())
                    .setParameter("to", name.to())
                    .executeUpdate();
        }
    }

    @SuppressWarnings("unchecked")
    private List<Organisation> read(Query query) {
        List<Tuple> rows = query.getResultList();
        var names = names(rows.stream().map(row -> row.get("key", String.class)).toList());
        return rows.stream().map(row -> organisation(row, names)).toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, List<HeldName>> names(List<String> keys) {
        List<Tuple> rows = database.createNativeQuery("""
                        select organisation, name, held_from, held_to from organisation_name
                        where organisation = any (:keys) order by organisation, position
                        """, Tuple.class)
                .setParameter("keys", keys.toArray(String[]::new))
                .getResultList();
        return rows.stream()
                .collect(groupingBy(
                        row -> row.get("organisation", String.class),
                        mapping(
                                row -> new HeldName(
                                        row.get("name", String.class),
                                        EssexDays.read(row, "held_from"),
                                        EssexDays.read(row, "held_to")),
                                toList())));
    }

    private static Organisation organisation(Tuple row, Map<String, List<HeldName>> names) {
        var key = row.get("key", String.class);
        var successor = row.get("successor", String.class);
        return new Organisation(
                key,
                Objects.requireNonNull(names.get(key)),
                new Description(
                        List.of(row.get("aliases", String[].class)),
                        row.get("sector", String.class),
                        List.of(row.get("places", String[].class)),
                        List.of(row.get("alliances", String[].class)),
                        row.get("level", String.class),
                        row.get("note", String.class)),
                EssexDays.read(row, "established"),
                successor == null
                        ? null
                        : new Succession(successor, Objects.requireNonNull(EssexDays.read(row, "succeeded_on"))),
                row.get("version", Long.class));
    }
}

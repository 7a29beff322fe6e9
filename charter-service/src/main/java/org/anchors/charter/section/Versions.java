package org.anchors.charter.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statements of which the newest version holds, with the time from which to which each held. Versions may arrive in any order
 * and twice; the rows are the same.
 */
@ApplicationScoped
class Versions {

    private final EntityManager database;

    Versions(EntityManager database) {
        this.database = database;
    }

    /**
     * Adds a version of a statement, unless it is there.
     *
     * @param table where it is kept; it has the columns version, known_from and known_to
     * @param statement what the statement is about, by column
     * @param version counts from 1
     * @param from when it was taken in
     * @param said the other columns
     */
    void add(String table, Map<String, ?> statement, int version, Instant from, Map<String, ?> said) {
        endEarlier(table, statement, version, from);
        var columns = Stream.concat(statement.keySet().stream(), said.keySet().stream())
                .toList();
        var insertion = database.createNativeQuery(
                """
                insert into %1$s (%2$s, version, known_from, known_to)
                select %3$s, :version, :from, greatest(:from, coalesce(min(later.known_from), :forEver))
                from %1$s later where %4$s and later.version > :version
                on conflict do nothing
                """.formatted(table, String.join(", ", columns), parameters(columns), same(statement)));
        bind(insertion, statement);
        bind(insertion, said);
        insertion
                .setParameter("version", version)
                .setParameter("from", from)
                .setParameter("forEver", Receipts.FOR_EVER)
                .executeUpdate();
    }

    private void endEarlier(String table, Map<String, ?> statement, int version, Instant from) {
        var update = database.createNativeQuery("""
                update %s set known_to = greatest(known_from, least(known_to, :from))
                where %s and version < :version
                """.formatted(table, same(statement)));
        bind(update, statement);
        update.setParameter("version", version).setParameter("from", from).executeUpdate();
    }

    private static String same(Map<String, ?> statement) {
        return statement.keySet().stream()
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(" and "));
    }

    private static String parameters(List<String> columns) {
        return columns.stream().map(column -> ":" + column).collect(Collectors.joining(", "));
    }

    private static void bind(Query query, Map<String, ?> values) {
        values.forEach(query::setParameter);
    }
}

package org.anchors.kit.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of several tables that go in by one statement: of few rows each way to the database and back costs more than they do. The
 * statement follows from the tables alone, so that the database plans it once; rows may refer to each other.
 */
public final class Inserts {

    private final Map<Target, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

    /** Adds rows, none perhaps; the statement knows the table all the same. */
    public void add(Target target, Stream<@Nullable Object[]> more) {
        more.forEach(rows.computeIfAbsent(target, first -> new ArrayList<>())::add);
    }

    /** Puts all rows in. */
    public void execute(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(sql())) {
            var parameter = 1;
            for (var each : rows.entrySet()) {
                for (var column = 0; column < each.getKey().columns().size(); column++) {
                    set(insert, parameter++, each.getKey().columns().get(column), texts(each.getValue(), column));
                }
            }
            insert.execute();
        }
    }

    private String sql() {
        var inserts = rows.keySet().stream()
                .map(target -> "%s as (insert into %s select * from unnest(%s))"
                        .formatted(name(target), target.named(), arrays(target)))
                .collect(Collectors.joining(", "));
        return "with %s select 1".formatted(inserts);
    }

    private static String name(Target target) {
        return "into_" + target.table();
    }

    private static String arrays(Target target) {
        return target.columns().stream()
                .map(column -> "cast(? as %s[])".formatted(column.type()))
                .collect(Collectors.joining(", "));
    }

    private static void set(PreparedStatement insert, int parameter, Target.Column column, @Nullable String[] texts)
            throws SQLException {
        insert.setArray(parameter, insert.getConnection().createArrayOf(column.type(), texts));
    }

    private static @Nullable String[] texts(List<@Nullable Object[]> rows, int column) {
        return rows.stream().map(row -> Fields.text(row[column])).toArray(String[]::new);
    }
}

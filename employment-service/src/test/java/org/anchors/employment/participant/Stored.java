package org.anchors.employment.participant;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks at what is stored, and changes it behind the service's back. */
public final class Stored {

    private Stored() {}

    /** The first column of every row. */
    public static List<String> read(DataSource database, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** How many rows there are of a table, as narrowed behind its name. */
    public static int count(DataSource database, String from) throws SQLException {
        return Integer.parseInt(read(database, "select count(*) from " + from).getFirst());
    }

    public static void execute(DataSource database, String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}

package org.anchors.local.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Copies the data directory of a running PostgreSQL by its low-level interface for base backups: the files as they are found,
 * and the log of all changes from before the first to after the last of them, which makes them one state when the copy starts.
 *
 * @param session a superuser's, which has to stay open throughout
 */
record PostgresCopy(Path data, Connection session) {

    /** Directories that a start fills anew. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_wal");

    private static final Pattern LEFT_OUT =
            Pattern.compile("postmaster\\.(pid|opts)|pgsql_tmp.*|pg_internal\\.init.*|backup_label.*");
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

    void into(BackupFile backup, String name) throws IOException, SQLException {
        // Held by this session alone: the log that the copy needs is not tidied away meanwhile.
        ask("select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)", row -> "");
        var first = ask("select pg_walfile_name(pg_backup_start('backup', fast => true))", row -> row.getString(1));
        files(backup, name);
        var end = ask(
                "select labelfile, pg_walfile_name(lsn) as segment from pg_backup_stop(wait_for_archive => false)",
                End::read);
        backup.bytes(name + "/backup_label", end.label().getBytes(StandardCharsets.UTF_8));
        changes(first, end.segment(), backup, name);
    }

    /** What the server says when the copy is over. */
    private record End(String label, String segment) {

        static End read(ResultSet row) throws SQLException {
            return new End(row.getString("labelfile"), row.getString("segment"));
        }
    }

    private void files(BackupFile backup, String name) throws IOException {
        for (var path : LiveTree.in(data)) {
            var inside = data.relativize(path);
            var isEmptied = EMPTIED.contains(inside.getName(0).toString());
            if (isEmptied ? inside.getNameCount() == 1 : Files.isDirectory(path)) {
                backup.directory(name + "/" + inside);
            } else if (!isEmptied
                    && !LEFT_OUT.matcher(path.getFileName().toString()).matches()) {
                backup.fileIfThere(name + "/" + inside, path);
            }
        }
    }

    /** All of them, or none is of use: the server holds them for this session. */
    private void changes(String first, String last, BackupFile backup, String name) throws IOException {
        var copied = new TreeSet<String>();
        try (var segments = Files.newDirectoryStream(data.resolve("pg_wal"))) {
            for (var segment : segments) {
                var number = segment.getFileName().toString();
                if (SEGMENT.matcher(number).matches() && number.compareTo(first) >= 0 && number.compareTo(last) <= 0) {
                    backup.file(name + "/pg_wal/" + number, segment);
                    copied.add(number);
                }
            }
        }
        if (copied.size() != place(last) - place(first) + 1) {
            throw new IOException(
                    "of the log of changes from %s to %s only %s are there".formatted(first, last, copied));
        }
    }

    /** A segment's place in the log: its name is the timeline, the upper and the lower half of it; each log file has 256. */
    private static long place(String segment) {
        return Long.parseLong(segment.substring(8, 16), 16) * 256 + Long.parseLong(segment.substring(16), 16);
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> T ask(String sql, Reader<T> reader) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return reader.read(row);
        }
    }
}

package org.anchors.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anchors.local.client.Impossible;
import org.anchors.local.home.Home;
import org.anchors.local.home.KnownProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong with a restore, and what is then still there. */
class RestoreTest {

    @TempDir
    Path directory;

    private Home home;
    private Path file;

    @BeforeEach
    void somethingIsThere() throws IOException {
        home = new Home(directory, directory.resolve("state"));
        file = directory.resolve("a.backup");
        write(home.data("postgres").resolve("PG_VERSION"), "old");
        write(home.secrets(), "secret=old");
    }

    @Test
    void takesThePlaceOfWhatWasThere() throws IOException {
        backup(whole());
        write(home.run("children"), "what was there said of itself");
        restore("--yes");
        assertEquals("18", Files.readString(home.data("postgres").resolve("PG_VERSION")));
        assertEquals("secret=new", Files.readString(home.secrets()));
        assertTrue(Files.isDirectory(home.data("postgres").resolve("pg_notify")), "also what is empty");
        assertTrue(Files.exists(home.restored()), "the next start tells again");
        assertFalse(Files.exists(home.run("children")));
        assertFalse(Files.exists(home.restoring()));
    }

    @Test
    void asksBeforeItDeletesEvenSecretsAlone() throws IOException {
        backup(whole());
        assertRefused("--yes");
        Files.delete(home.data("postgres").resolve("PG_VERSION"));
        Files.delete(home.data("postgres"));
        Files.delete(home.state().resolve("data"));
        assertRefused("--yes");
    }

    @Test
    void refusesWhileAPartRunsThatNobodyLooksAfter() throws IOException {
        backup(whole());
        KnownProcess.of(ProcessHandle.current()).write(home.pidFile("postgres"));
        assertRefused("nobody looks after it: postgres", "--yes");
        assertNothingChanged();
    }

    @Test
    void refusesWhenItCannotTellWhatRuns() throws IOException {
        backup(whole());
        write(home.state().resolve("run"), "a file in the place of the directory");
        assertRefused("Whether something still runs cannot be told", "--yes");
        assertNothingChanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data/postgres/PG_VERSION",
                "data/postgres/backup_label",
                "data/postgres/global/pg_control",
                "data/kafka/meta.properties",
                "secrets.properties",
                "backup.properties"
            })
    void refusesABackupThatLacksWhatAStartNeeds(String missing) throws IOException {
        var entries = whole();
        entries.remove(missing);
        backup(entries);
        assertRefused("Nothing was changed", "--yes");
        assertNothingChanged();
    }

    @Test
    void refusesABackupOfAnotherEngine() throws IOException {
        var entries = whole();
        entries.put("backup.properties", "form=1\nbegan=2026-01-02T03:04:05Z\nengine=PostgreSQL 11 on vax\n");
        backup(entries);
        assertRefused("it comes from PostgreSQL 11 on vax", "--yes");
        assertNothingChanged();
    }

    @Test
    void refusesABackupThatWritesElsewhere() throws IOException {
        var entries = whole();
        entries.put("../elsewhere", "x");
        backup(entries);
        assertRefused("would lie outside", "--yes");
        assertFalse(Files.exists(home.state().resolve("elsewhere")));
        assertNothingChanged();
    }

    /** Wherever it is damaged, from the first byte to the last. */
    @Test
    void refusesADamagedOrTruncatedBackup() throws IOException {
        backup(whole());
        var good = Files.readAllBytes(file);
        for (var length = 0; length < good.length; length += 97) {
            Files.write(file, Arrays.copyOf(good, length));
            assertRefused("Nothing was changed", "--yes");
            assertNothingChanged();
        }
    }

    @Test
    void goesOnAtTheNextStartWhereItWasInterrupted() throws IOException {
        write(home.restoring().resolve("data/postgres/PG_VERSION"), "18");
        write(home.restoring().resolve("secrets.properties"), "secret=new");
        write(home.restoring().resolve("decided"), "");
        Files.delete(home.data("postgres").resolve("PG_VERSION"));
        new Replacement(home).finish();
        assertEquals("18", Files.readString(home.data("postgres").resolve("PG_VERSION")));

        write(home.restoring().resolve("secrets.properties"), "secret=newest");
        write(home.restoring().resolve("decided"), "");
        new Replacement(home).finish();
        assertEquals("18", Files.readString(home.data("postgres").resolve("PG_VERSION")), "data had its place already");
        assertEquals("secret=newest", Files.readString(home.secrets()));
    }

    @Test
    void leavesAloneWhatAStartHasWrittenBeforeItGoesOn() throws IOException {
        write(home.restoring().resolve("decided"), "");
        write(home.run("launcher"), "where the verbs of the running platform are");
        new Replacement(home).finish();
        assertTrue(Files.exists(home.run("launcher")));
    }

    @Test
    void forgetsAtTheNextStartWhatWasNotReadToItsEnd() throws IOException {
        write(home.restoring().resolve("data/postgres/PG_VERSION"), "18");
        new Replacement(home).finish();
        assertNothingChanged();
    }

    private static Map<String, String> whole() {
        var entries = new LinkedHashMap<String, String>();
        entries.put("backup.properties", "form=1\nbegan=2026-01-02T03:04:05Z\nengine=" + Backup.engine() + "\n");
        entries.put("data/postgres/pg_notify/", "");
        entries.put("data/postgres/PG_VERSION", "18");
        entries.put("data/postgres/backup_label", "label");
        entries.put("data/postgres/global/pg_control", "control");
        entries.put("data/kafka/meta.properties", "version=1");
        entries.put("secrets.properties", "secret=new");
        return entries;
    }

    private void backup(Map<String, String> entries) throws IOException {
        Files.deleteIfExists(file);
        try (var backup = new BackupFile(file)) {
            for (var entry : entries.entrySet()) {
                if (entry.getKey().endsWith("/")) {
                    backup.directory(entry.getKey().substring(0, entry.getKey().length() - 1));
                } else {
                    backup.bytes(entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            backup.finish();
        }
    }

    private int restore(String... agreed) {
        var arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(agreed));
        return new Restore(home).run(arguments);
    }

    private void assertRefused(String why, String... agreed) {
        var refusal = assertThrows(Impossible.class, () -> restore(agreed));
        assertTrue(String.valueOf(refusal.getMessage()).contains(why), refusal.getMessage());
    }

    private void assertNothingChanged() throws IOException {
        assertEquals("old", Files.readString(home.data("postgres").resolve("PG_VERSION")));
        assertEquals("secret=old", Files.readString(home.secrets()));
        assertFalse(Files.exists(home.restoring()));
    }

    private static void write(Path target, String text) throws IOException {
        Files.createDirectories(target.resolve("..").normalize());
        Files.writeString(target, text);
    }
}

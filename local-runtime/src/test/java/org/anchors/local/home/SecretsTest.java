package org.anchors.local.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void keepsASecretOnceItIsMade() {
        var file = directory.resolve("secrets.properties");
        var first = new Secrets(file).of("user.reporter-mseft");

        assertEquals(first, new Secrets(file).of("user.reporter-mseft"));
    }

    @Test
    void givesEveryNameASecretOfItsOwn() {
        var secrets = new Secrets(directory.resolve("secrets.properties"));

        assertNotEquals(secrets.of("user.reporter-mseft"), secrets.of("user.reporter-eput"));
        assertTrue(secrets.of("user.auditor").length() >= 24);
    }

    @Test
    void letsOnlyTheOwnerReadTheFile() throws IOException {
        var file = directory.resolve("secrets.properties");
        new Secrets(file).of(Secrets.SUPERUSER);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}

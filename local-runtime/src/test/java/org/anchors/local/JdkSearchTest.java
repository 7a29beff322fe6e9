package org.anchors.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script's own search for a JDK, tried with directories that only look like one. */
class JdkSearchTest {

    private static final Path SCRIPT = Path.of(System.getProperty("anchors.checkout", ".."), "anchor");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private record Answer(int code, String text) {}

    @Test
    void usesTheJdkThatJavaHomePointsTo() throws Exception {
        var home = jdk("mine", "25.0.3");

        assertEquals(new Answer(0, home.toString()), search(home, jdk("other", "25.0.1")));
    }

    @Test
    void looksElsewhereWhenJavaHomeIsTooOld() throws Exception {
        var good = jdk("good", "25");

        assertEquals(new Answer(0, good.toString()), search(jdk("old", "17.0.15"), good));
    }

    @Test
    void prefersTheVersionThePlatformIsBuiltWithToANewerOne() throws Exception {
        var good = jdk("good", "25.0.3");

        assertEquals(new Answer(0, good.toString()), search(jdk("newer", "27"), good));
    }

    @Test
    void saysWhichJdksAreTooOldWhenThereIsNoOther() throws Exception {
        var old = jdk("old", "17.0.15");

        var answer = search(old, jdk("older", "11.0.2"));

        assertEquals(1, answer.code());
        assertTrue(answer.text().contains("needs a JDK 25, and none was found"), answer.text());
        assertTrue(answer.text().contains("17 in " + old), answer.text());
        assertTrue(answer.text().contains("point JAVA_HOME at it"), answer.text());
    }

    @Test
    void saysThatJavaHomeIsNoJdk() throws Exception {
        var answer = search(directory.resolve("nothing"), directory.resolve("nothing-either"));

        assertEquals(1, answer.code());
        assertTrue(answer.text().contains("which is not a JDK"), answer.text());
    }

    private Answer search(Path javaHome, Path elsewhere) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(SCRIPT.toString(), "jdk").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("ANCHORS_JDK_PLACES", elsewhere.toString());
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Answer(process.waitFor(), text);
    }

    private Path jdk(String name, String version) throws IOException {
        var home = directory.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        Files.createFile(
                home.resolve("bin/javac"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        return home;
    }
}

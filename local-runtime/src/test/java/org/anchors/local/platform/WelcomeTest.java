package org.anchors.local.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.anchors.local.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {

    @Test
    void quotesAPathThatAShellWouldTakeApart() {
        assertEquals("/srv/anchors-1.0", Welcome.quoted("/srv/anchors-1.0"));
        assertEquals("'/srv/my anchors'", Welcome.quoted("/srv/my anchors"));
        assertEquals("'/srv/it'\\''s $HOME'", Welcome.quoted("/srv/it's $HOME"));
    }

    @Test
    void aNewRunTakesBackWhatAnEarlierOneSaidOfItself(@TempDir Path directory) throws Exception {
        var home = new Home(directory, directory);
        Files.createDirectories(home.run("."));
        for (var file : List.of("welcome", "platform.properties", "children")) {
            Files.writeString(home.run(file), "the run before");
        }

        RunFiles.forgetEarlier(home);

        for (var file : List.of("welcome", "platform.properties", "children")) {
            assertFalse(Files.exists(home.run(file)), file);
        }
    }
}

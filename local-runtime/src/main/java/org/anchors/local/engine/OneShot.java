package org.anchors.local.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.anchors.local.child.LogFile;
import org.anchors.local.child.StartFailed;

/** A command that does one thing and ends, such as making a data directory. Its output goes to the part's log. */
record OneShot(String purpose, List<String> command, Path log) {

    void run(Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            var process = builder.start();
            var killer = new Thread(process::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(killer);
            var code = process.waitFor();
            unhook(killer);
            if (code != 0) {
                throw new StartFailed(purpose + " failed with code " + code + ". The last lines of " + log + ":\n    "
                        + String.join("\n    ", new LogFile(log).tail(15)));
            }
        } catch (IOException e) {
            throw new StartFailed(purpose + " failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed(purpose + " was interrupted.");
        }
    }

    private static void unhook(Thread killer) {
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException e) {
            throw new StartFailed("The platform is being stopped.");
        }
    }
}

package org.anchors.local.client;

import java.util.Map;
import org.anchors.local.home.Facts;
import org.anchors.local.home.Home;
import org.anchors.local.home.KnownProcess;

/** The platform that runs in a home, or a clear word that none does. */
public record Running(Home home, Map<String, String> facts) {

    public static Running in(Home home) {
        if (!isSupervised(home)) {
            throw new Impossible("The platform does not run. Start it with ./anchor up");
        }
        return new Running(home, Facts.read(home.run("platform.properties")));
    }

    public static boolean isSupervised(Home home) {
        return KnownProcess.read(home.pidFile("supervisor"))
                .flatMap(KnownProcess::alive)
                .isPresent();
    }

    public String fact(String key) {
        var value = facts.get(key);
        if (value == null) {
            throw new Impossible("The platform is still starting, or is not one with " + key + ".");
        }
        return value;
    }
}

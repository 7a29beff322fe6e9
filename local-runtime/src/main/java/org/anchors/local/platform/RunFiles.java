package org.anchors.local.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anchors.local.child.ChildReport;
import org.anchors.local.home.Facts;
import org.anchors.local.home.Home;
import org.anchors.local.home.KnownProcess;
import org.anchors.local.home.PrivateFile;

/** The files by which others learn about a running platform; rewritten whenever something has changed. */
final class RunFiles {

    private final Home home;
    private final Platform platform;
    private List<ChildReport> written = List.of();

    RunFiles(Home home, Platform platform) {
        this.home = home;
        this.platform = platform;
    }

    synchronized void write(List<ChildReport> children) {
        if (children.equals(written)) {
            return;
        }
        written = children;
        Map<String, String> facts = new LinkedHashMap<>(platform.facts());
        children.forEach(child -> facts.put(child.name() + ".pid", String.valueOf(child.pid())));
        Facts.write(home.run("platform.properties"), "The running platform. Rewritten when a child changes.", facts);
        PrivateFile.write(
                home.run("children"), children.stream().map(RunFiles::line).collect(Collectors.joining()));
    }

    synchronized void delete() {
        KnownProcess.forget(home.run("platform.properties"));
        KnownProcess.forget(home.run("children"));
        KnownProcess.forget(home.run("welcome"));
    }

    /** What a run before this one said about itself, when it had no time to take it back. */
    static void forgetEarlier(Home home) {
        for (var file : List.of("platform.properties", "children", "welcome")) {
            KnownProcess.forget(home.run(file));
        }
    }

    private static String line(ChildReport child) {
        return String.join(
                        "\t",
                        child.name(),
                        child.state().name(),
                        String.valueOf(child.pid()),
                        String.valueOf(child.port()),
                        child.since().toString(),
                        String.valueOf(child.deaths()),
                        child.note())
                + "\n";
    }
}

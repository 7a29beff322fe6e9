package org.anchors.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.anchors.local.client.Down;
import org.anchors.local.client.Impossible;
import org.anchors.local.client.Running;
import org.anchors.local.home.Home;
import org.anchors.local.platform.Run;

/** The verbs that the script {@code anchor} hands to Java. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var code = 1;
        try {
            code = run(arguments[0], Arrays.asList(arguments).subList(1, arguments.length));
        } catch (Impossible e) {
            System.err.println(e.getMessage());
        }
        System.exit(code);
    }

    private static int run(String verb, List<String> arguments) throws IOException, InterruptedException {
        var home = Home.fromProperties();
        return switch (verb) {
            case "supervise" -> new Run(home, arguments.contains("engines")).run();
            case "ports" -> Run.checkPorts();
            case "running" -> Running.isSupervised(home) ? 0 : 1;
            case "down" -> new Down(home).run();
            default -> throw new IllegalArgumentException(verb);
        };
    }
}

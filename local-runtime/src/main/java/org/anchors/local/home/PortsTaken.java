package org.anchors.local.home;

import java.util.List;
import java.util.stream.Collectors;

/** One or more ports are in use by somebody else; the message says which, for what, and what to do. */
public final class PortsTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortsTaken(List<Taken> taken) {
        super(message(taken));
    }

    record Taken(String part, int port, String variable) {}

    private static String message(List<Taken> taken) {
        var each = taken.stream()
                .map(t -> "Port %d, which %s needs, is taken by another program.".formatted(t.port(), t.part()))
                .collect(Collectors.joining("\n"));
        var others =
                taken.stream().map(t -> t.variable() + "=" + (t.port() + 1000)).collect(Collectors.joining(" "));
        return each + "\nStop that program, or choose another port, for example: " + others
                + " ./anchor up\nor let free ports be picked: ANCHORS_PORTS=free ./anchor up\nNothing was started.";
    }
}

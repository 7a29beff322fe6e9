package org.anchors.local.child;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a child is started and how it is asked to stop.
 *
 * @param signal what makes it stop in good order: {@code TERM}, or {@code INT} for PostgreSQL, which on TERM waits for its clients
 */
public record Launch(List<String> command, Map<String, String> environment, Path directory, String signal) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}

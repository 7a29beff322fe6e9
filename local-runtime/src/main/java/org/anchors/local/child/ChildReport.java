package org.anchors.local.child;

import java.time.Instant;

/**
 * What {@code ./anchor status} shows of a child.
 *
 * @param pid 0 when no process runs
 */
public record ChildReport(String name, ChildState state, long pid, int port, Instant since, int deaths, String note) {}

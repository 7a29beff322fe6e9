package org.anchors.kit.inbox;

import org.jspecify.annotations.Nullable;

/** A message that is no event, or not the one it says it is. Sending it again would not help. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

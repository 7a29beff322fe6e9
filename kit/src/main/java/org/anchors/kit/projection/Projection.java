package org.anchors.kit.projection;

import java.util.Set;
import java.util.function.Consumer;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.inbox.Envelope;

/** A read model that follows from events alone: cleared and told them all again, in any order, it is the same. */
public interface Projection {

    /** Its name, which is its consumer's name in the inbox too. */
    String name();

    /** The topics it follows. */
    Set<Topic> topics();

    /**
     * Whether this program may write it: not once a newer one has built it with more than this one knows. Asked in the transaction
     * of whatever writes.
     */
    default boolean mayBeWritten() {
        return true;
    }

    /** Takes in one event; runs in a transaction. */
    void apply(Envelope envelope);

    /** Forgets everything; runs in a transaction. */
    void clear();

    /**
     * Tells facts that the service has stored and that the projection lacks although nothing of them is on its way, as if they had
     * arrived: topics may have lost them. Called when the projection has been told all that its topics hold; runs in that transaction.
     */
    default void tellLost(Consumer<Envelope> apply) {}
}

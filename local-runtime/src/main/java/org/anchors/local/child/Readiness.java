package org.anchors.local.child;

/** Says whether a child does its work yet, by asking it; an exception means no. */
@FunctionalInterface
public interface Readiness {
    boolean isReady() throws Exception;

    /** The answer, where "not even reachable" counts as no. */
    default boolean answersReady() {
        try {
            return isReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            return false;
        }
    }
}

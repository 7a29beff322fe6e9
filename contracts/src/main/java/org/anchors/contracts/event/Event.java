package org.anchors.contracts.event;

/** A fact that has happened, sufficient for a stranger to act on: identifiers and figures, never a person. */
public sealed interface Event permits CharterEvent, EmploymentEvent, SocialValueEvent {

    /** What the fact is about; facts about the same thing arrive in the order in which they happened. */
    String key();
}

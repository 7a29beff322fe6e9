package org.anchors.charter.charter;

/**
 * An organisation's signature under an edition.
 *
 * @param organisation key of the organisation
 * @param role role of whoever signs for it; never a person's name
 * @param state how far it has come
 */
public record Signature(String organisation, String role, State state) {

    /** PROPOSED, then SIGNED, then WITHDRAWN or SUPERSEDED. */
    public enum State {
        PROPOSED,
        SIGNED,
        WITHDRAWN,
        SUPERSEDED
    }
}

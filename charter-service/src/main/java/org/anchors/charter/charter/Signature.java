package org.anchors.charter.charter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's signature under an edition of the charter: proposed, then signed, then withdrawn or superseded. A state
 * knows only the steps that are open to it.
 */
public sealed interface Signature {

    /** The names of the states. */
    enum State {
        PROPOSED,
        SIGNED,
        WITHDRAWN,
        SUPERSEDED
    }

    Signatory by();

    State state();

    /** The day on which it came to its state, where known. */
    @Nullable
    LocalDate on();

    /** Expected of an organisation, and not signed yet. */
    record Proposed(Signatory by, @Nullable LocalDate on) implements Signature {

        /** Whoever signs may be another than was expected, and may sign for others too. */
        Signed sign(String role, @Nullable Others onBehalfOf, LocalDate day) {
            return new Signed(new Signatory(by.organisation(), by.edition(), role, onBehalfOf), on, day);
        }

        @Override
        public State state() {
            return State.PROPOSED;
        }
    }

    /** In force. */
    record Signed(
            Signatory by,
            @Nullable LocalDate proposedOn,
            @Nullable LocalDate on) implements Signature {

        Withdrawn withdraw(LocalDate day, String reason) {
            return new Withdrawn(this, day, reason);
        }

        Superseded supersede(LocalDate day, String replacement) {
            return new Superseded(this, day, replacement);
        }

        @Override
        public State state() {
            return State.SIGNED;
        }
    }

    /** Taken back. */
    record Withdrawn(Signed before, LocalDate on, String reason) implements Signature {

        @Override
        public Signatory by() {
            return before.by();
        }

        @Override
        public State state() {
            return State.WITHDRAWN;
        }
    }

    /** Replaced by another signature: a later one of the organisation, or one of its successor. */
    record Superseded(Signed before, LocalDate on, String replacement) implements Signature {

        @Override
        public Signatory by() {
            return before.by();
        }

        @Override
        public State state() {
            return State.SUPERSEDED;
        }
    }
}

package org.anchors.socialvalue.procurement;

import java.time.Instant;
import java.util.Locale;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** How far a procurement has come. The methods are the only ways from one stage to another; docs/decisions/0018. */
public sealed interface Stage {

    /** The names of the stages, as they are stored and shown. */
    enum State {
        DRAFT,
        PUBLISHED,
        OPENED,
        MARKED,
        EVALUATED,
        AWARDED,
        CONTRACTED,
        CANCELLED
    }

    State state();

    /** When it came to this stage. */
    Instant since();

    /** Seen and changed by its buyer only. */
    record Draft(Instant since) implements Stage {
        @Override
        public State state() {
            return State.DRAFT;
        }

        Published published(Instant at) {
            return new Published(at);
        }
    }

    /** The methodology is frozen; bids come in and stay sealed. */
    record Published(Instant since) implements Stage {
        @Override
        public State state() {
            return State.PUBLISHED;
        }

        public Opened opened(Instant at) {
            return new Opened(at);
        }
    }

    /** Bids can be read but for their prices, and are marked. */
    record Opened(Instant since) implements Stage {
        @Override
        public State state() {
            return State.OPENED;
        }

        public Marked marked(Instant at) {
            return new Marked(at);
        }
    }

    /** The marks are final; prices can be read. */
    record Marked(Instant since) implements Stage {
        @Override
        public State state() {
            return State.MARKED;
        }

        public Evaluated evaluated(Instant at) {
            return new Evaluated(at);
        }
    }

    /** The bids are compared, once and for all. */
    record Evaluated(Instant since) implements Stage {
        @Override
        public State state() {
            return State.EVALUATED;
        }

        public Awarded awarded(Instant at) {
            return new Awarded(at);
        }
    }

    /** It is decided who wins. */
    record Awarded(Instant since) implements Stage {
        @Override
        public State state() {
            return State.AWARDED;
        }

        public Contracted contracted(Instant at) {
            return new Contracted(at);
        }
    }

    /** The contracts are entered into. */
    record Contracted(Instant since) implements Stage {
        @Override
        public State state() {
            return State.CONTRACTED;
        }
    }

    /** Nothing came of it. */
    record Cancelled(Instant since, String reason) implements Stage {
        @Override
        public State state() {
            return State.CANCELLED;
        }
    }

    /** Ends it before a contract; what has come of a contract cannot be undone here. */
    default Cancelled cancelled(Instant at, String reason) {
        return switch (this) {
            case Draft draft -> new Cancelled(at, reason);
            case Published published -> new Cancelled(at, reason);
            case Opened opened -> new Cancelled(at, reason);
            case Marked marked -> new Cancelled(at, reason);
            case Evaluated evaluated -> new Cancelled(at, reason);
            case Awarded awarded -> new Cancelled(at, reason);
            case Contracted contracted -> throw notHere("before the contract");
            case Cancelled cancelled -> throw notHere("that is not cancelled already");
        };
    }

    /** What outsiders see of it: bids are taken or were, until it comes to a contract or is cancelled. */
    default Stage inPublic(Instant publishedAt) {
        return switch (this) {
            case Opened opened -> new Published(publishedAt);
            case Marked marked -> new Published(publishedAt);
            case Evaluated evaluated -> new Published(publishedAt);
            case Awarded awarded -> new Published(publishedAt);
            case Draft draft -> draft;
            case Published published -> published;
            case Contracted contracted -> contracted;
            case Cancelled cancelled -> cancelled;
        };
    }

    /** This stage, where it is the one that a step is taken from. */
    default <S extends Stage> S as(Class<S> wanted) {
        if (!wanted.isInstance(this)) {
            throw notHere("that is " + wanted.getSimpleName().toUpperCase(Locale.ROOT));
        }
        return wanted.cast(this);
    }

    private Refused notHere(String taken) {
        return new Refused(
                ProcurementRefusal.STAGE_DOES_NOT_ALLOW,
                "The procurement is %s; this step is taken on one %s.".formatted(state(), taken));
    }

    static Stage of(State state, Instant since, @Nullable String reason) {
        return switch (state) {
            case DRAFT -> new Draft(since);
            case PUBLISHED -> new Published(since);
            case OPENED -> new Opened(since);
            case MARKED -> new Marked(since);
            case EVALUATED -> new Evaluated(since);
            case AWARDED -> new Awarded(since);
            case CONTRACTED -> new Contracted(since);
            case CANCELLED -> new Cancelled(since, String.valueOf(reason));
        };
    }
}

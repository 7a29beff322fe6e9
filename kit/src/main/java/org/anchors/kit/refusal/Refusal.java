package org.anchors.kit.refusal;

import java.util.Locale;

/**
 * A named reason to refuse, implemented by one enum in each concept that can refuse. The name of the constant is the name
 * of the problem: {@code REPORT_CLOSED} reaches the client as {@code /problems/report-closed}.
 */
public interface Refusal {

    /** What a refusal means to whoever asked, without saying how a protocol expresses it. */
    enum Category {
        /** The request cannot be understood. */
        MALFORMED,
        /** The request is understood and breaks rules; the faults say which. */
        INVALID,
        NOT_FOUND,
        FORBIDDEN,
        /** The request does not fit the present state. */
        CONFLICT,
        /** The request was made on a version that is no longer the newest. */
        STALE,
        /** The request must say on which version it was made. */
        UNCONDITIONAL,
        TOO_LARGE,
        /** The request can be met a little later. */
        BUSY
    }

    String name();

    String title();

    Category category();

    default String type() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

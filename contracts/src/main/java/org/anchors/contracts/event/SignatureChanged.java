package org.anchors.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A signature under an edition of the charter has come to a state. An organisation is held to the commitments of an edition
 * while it has a signature under it that is SIGNED.
 *
 * @param signature the signature's reference, such as {@code mseft-2024-27-1}
 * @param organisation key of the organisation
 * @param edition name of the edition, such as {@code 2024-27}
 * @param firstYear first reporting year of the edition
 * @param lastYear last reporting year of the edition
 * @param role role of whoever signs; never a person
 * @param state the state it has come to
 * @param on day on which it came to that state, where known
 * @param onBehalfOf others for whom the organisation signs, in words
 * @param represents how many others it signs for
 * @param version counts up with each state of this signature
 * @param changedAt when that was recorded
 */
@EventType(value = "org.anchors.charter.signature-changed.v1", topic = Topic.CHARTER)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignatureChanged(
        String signature,
        String organisation,
        String edition,
        String firstYear,
        String lastYear,
        String role,
        State state,
        @Nullable LocalDate on,
        @Nullable String onBehalfOf,
        int represents,
        long version,
        Instant changedAt)
        implements CharterEvent {

    /** How far a signature has come. */
    public enum State {
        PROPOSED,
        SIGNED,
        WITHDRAWN,
        SUPERSEDED
    }

    /** The organisation, so that all its signatures arrive in the order in which they changed. */
    @Override
    public String key() {
        return organisation;
    }
}

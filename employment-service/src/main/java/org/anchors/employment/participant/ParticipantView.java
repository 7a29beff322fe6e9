package org.anchors.employment.participant;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A participant as its provider sees one. Neither reference nor pseudonym is in it.
 *
 * @param id names the participant in addresses; made by the platform, says nothing about anybody
 */
@Schema(name = "Participant", description = "A participant, under an id that says nothing about anybody.")
record ParticipantView(
        UUID id,
        String programme,
        String cohort,
        @Nullable String ageBand,
        @Nullable Integer imdDecile,
        @Nullable String imdEdition,
        @Nullable String place,
        @Nullable String referrer,
        Instant registeredAt) {

    static ParticipantView of(Tuple row) {
        var decile = row.get("imd_decile", Short.class);
        return new ParticipantView(
                row.get("public_id", UUID.class),
                row.get("programme", String.class),
                row.get("cohort_key", String.class),
                row.get("age_band", String.class),
                decile == null ? null : decile.intValue(),
                row.get("imd_edition", String.class),
                row.get("place", String.class),
                row.get("referrer", String.class),
                row.get("registered_at", Instant.class));
    }
}

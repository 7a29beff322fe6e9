package org.anchors.charter.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as it is shown.
 *
 * @param key short name for programs, such as {@code mseft}
 * @param name what it is called on the day asked for
 * @param names every name it has had, the oldest first
 * @param aliases what it is called for short, and what others call it
 * @param sector such as {@code NHS acute}
 * @param places where it works
 * @param alliances the alliances it is part of
 * @param level system, regional or place
 * @param note what is worth knowing about its part in the partnership
 * @param established first day; absent where it is not known
 * @param succession how it ended; absent while it has not
 */
@Schema(name = "Organisation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrganisationView(
        String key,
        String name,
        List<HeldName> names,
        List<String> aliases,
        String sector,
        List<String> places,
        List<String> alliances,
        String level,
        String note,
        @Nullable LocalDate established,
        @Nullable Succession succession) {

    static OrganisationView of(Organisation organisation, LocalDate day) {
        var about = organisation.about();
        return new OrganisationView(
                organisation.key(),
                organisation.nameOn(day),
                organisation.names(),
                about.aliases(),
                about.sector(),
                about.places(),
                about.alliances(),
                about.level(),
                about.note(),
                organisation.established(),
                organisation.succession());
    }
}

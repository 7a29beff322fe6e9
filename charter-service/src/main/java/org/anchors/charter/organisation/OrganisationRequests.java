package org.anchors.charter.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to add an organisation or to change one. Parts that could not be read are null, whatever the types say. */
final class OrganisationRequests {

    private static final String LONG = "At most 200 characters.";
    private static final String MANY = "At most 50 of them.";
    private static final String EMPTY = "Leave out what is empty.";

    /** No line breaks, and nothing that turns the direction of what stands beside it. */
    private static final String PLAIN = "[^\\p{Cc}\\p{Cf}]*";

    private static final String CONTROL = "Leave out line breaks and other control characters.";

    private OrganisationRequests() {}

    /**
     * An organisation to be added.
     *
     * @param key short name for programs; it stays for ever
     * @param name what it is called
     * @param established its first day, where that matters
     */
    @Schema(name = "NewOrganisation")
    record Addition(
            @NotBlank(message = "Give it a key, such as mseft.")
            @Pattern(
                    regexp = "[a-z][a-z0-9-]{1,39}",
                    message = "2 to 40 small letters, digits and hyphens, the first one a letter.")
            @Schema(examples = "rochford")
            String key,

            @NotBlank(message = "Say what it is called.")
            @Size(max = 200, message = LONG)
            @Pattern(regexp = PLAIN, message = CONTROL)
            String name,

            @Nullable LocalDate established,

            @Size(max = 50, message = MANY) @Nullable
            List<
                            @NotBlank(message = EMPTY) @Size(max = 200, message = LONG)
                            @Pattern(regexp = PLAIN, message = CONTROL) String>
                    aliases,

            @NotBlank(message = "Name its sector, such as NHS acute.")
            @Size(max = 200, message = LONG)
            @Pattern(regexp = PLAIN, message = CONTROL)
            String sector,

            @NotNull(message = "Name the places where it works, at least an empty list.")
            @Size(max = 50, message = MANY)
            List<
                            @NotBlank(message = EMPTY) @Size(max = 200, message = LONG)
                            @Pattern(regexp = PLAIN, message = CONTROL) String>
                    places,

            @NotNull(message = "Name its alliances, at least an empty list.") @Size(max = 50, message = MANY)
            List<
                            @NotBlank(message = EMPTY) @Size(max = 200, message = LONG)
                            @Pattern(regexp = PLAIN, message = CONTROL) String>
                    alliances,

            @NotNull(message = "Say whether it works for the system, a region or a place.")
            Level level,

            @Size(max = 2_000, message = "At most 2,000 characters.") @Nullable
            String note) {

        Organisation organisation() {
            return Organisation.named(key, name, about(aliases, sector, places, alliances, level, note), established);
        }
    }

    /** What is said of an organisation from now on, all of it. */
    @Schema(name = "OrganisationDescription")
    record Redescription(
            @Size(max = 50, message = MANY) @Nullable
            List<
                            @NotBlank(message = EMPTY) @Size(max = 200, message = LONG)
                            @Pattern(regexp = PLAIN, message = CONTROL) String>
                    aliases,

            @NotBlank(message = "Name its sector, such as NHS acute.")
            @Size(max = 200, message = LONG)
            @Pattern(regexp = PLAIN, message = CONTROL)
            String sector,

            @NotNull(message = "Name the places where it works, at least an empty list.")
            @Size(max = 50, message = MANY)
            List<
                            @NotBlank(message = EMPTY) @Size(max = 200, message = LONG)
                            @Pattern(regexp = PLAIN, message = CONTROL) String>
                    places,

            @NotNull(message = "Name its alliances, at least an empty list.") @Size(max = 50, message = MANY)
            List<
                            @NotBlank(message = EMPTY) @Size(max = 200, message = LONG)
                            @Pattern(regexp = PLAIN, message = CONTROL) String>
                    alliances,

            @NotNull(message = "Say whether it works for the system, a region or a place.")
            Level level,

            @Size(max = 2_000, message = "At most 2,000 characters.") @Nullable
            String note) {

        Description description() {
            return about(aliases, sector, places, alliances, level, note);
        }
    }

    /**
     * A new name.
     *
     * @param from first day on which it is held
     */
    @Schema(name = "Renaming")
    record Renaming(
            @NotBlank(message = "Say what it is called from then on.")
            @Size(max = 200, message = LONG)
            @Pattern(regexp = PLAIN, message = CONTROL)
            String name,

            @NotNull(message = "Say from which day on.") LocalDate from) {}

    /**
     * The end of an organisation.
     *
     * @param successor key of the organisation that takes its place
     * @param on first day of the successor
     */
    @Schema(name = "NewSuccession")
    record Replacement(
            @NotBlank(message = "Name the organisation that takes its place, by its key.")
            String successor,

            @NotNull(message = "Say on which day.") LocalDate on) {}

    private static Description about(
            @Nullable List<String> aliases,
            String sector,
            List<String> places,
            List<String> alliances,
            Level level,
            @Nullable String note) {
        return new Description(
                aliases == null ? List.of() : aliases,
                sector,
                places,
                alliances,
                level.written(),
                note == null ? "" : note);
    }
}

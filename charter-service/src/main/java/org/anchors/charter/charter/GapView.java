package org.anchors.charter.charter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the signatories of an edition differ from those of an earlier one.
 *
 * @param edition the edition
 * @param since the earlier one
 * @param continuing on both
 * @param joined on the later one alone
 * @param dropped on the earlier one alone
 * @param onNeither partners that are on neither
 */
@Schema(name = "Gaps")
record GapView(
        String edition,
        String since,
        Group continuing,

        @JsonProperty("new") @Schema(name = "new") Group joined,

        Group dropped,
        Group onNeither) {

    /** Some organisations, and how many they are. */
    @Schema(name = "GapGroup")
    record Group(int count, List<Member> organisations) {}

    /**
     * One of them.
     *
     * @param earlier state of its signature under the earlier edition; absent where it has none
     * @param later state of its signature under the later edition; absent where it has none
     */
    @Schema(name = "GapMember")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Member(String key, String name, Signature.@Nullable State earlier, Signature.@Nullable State later) {}

    /** Names and states that the list is shown with. */
    record Shown(Map<String, String> names, Map<String, Signature.State> earlier, Map<String, Signature.State> later) {

        Group group(List<String> keys) {
            return new Group(
                    keys.size(),
                    keys.stream()
                            .map(key -> new Member(key, names.getOrDefault(key, key), earlier.get(key), later.get(key)))
                            .toList());
        }
    }

    static GapView of(String edition, String since, GapList gaps, Shown shown) {
        return new GapView(
                edition,
                since,
                shown.group(gaps.continuing()),
                shown.group(gaps.joined()),
                shown.group(gaps.dropped()),
                shown.group(gaps.onNeither()));
    }
}

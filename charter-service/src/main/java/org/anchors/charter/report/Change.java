package org.anchors.charter.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A value that one revision gives otherwise than the one before it.
 *
 * @param before what was said; absent where nothing was
 * @param after what is said now; absent where nothing is
 * @param reason why it was corrected, where it was restated
 */
@Schema(name = "ChangedValue")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Change(
        String indicator,
        @Nullable String group,
        ReportView.@Nullable Value before,
        ReportView.@Nullable Value after,
        @Nullable String reason) {

    /** The place of a value in any revision. */
    private record Name(String indicator, @Nullable String group) {

        static Name of(ReportView.Value value) {
            return new Name(value.indicator(), value.group());
        }
    }

    /**
     * What changed, in the order of the later revision, with what is gone behind it. An explanation is no figure: where it alone
     * differs nothing has changed.
     *
     * @param reason why the whole was corrected; the reason of a value that names none of its own
     */
    static List<Change> between(List<ReportView.Value> before, List<ReportView.Value> after, @Nullable String reason) {
        Map<Name, ReportView.Value> gone = new LinkedHashMap<>();
        before.forEach(value -> gone.put(Name.of(value), value));
        var changes = new ArrayList<Change>();
        for (var value : after) {
            var old = gone.remove(Name.of(value));
            if (old == null || !figures(old).equals(figures(value))) {
                var own = value.restatementReason();
                changes.add(new Change(value.indicator(), value.group(), old, value, own == null ? reason : own));
            }
        }
        gone.values().forEach(old -> changes.add(new Change(old.indicator(), old.group(), old, null, reason)));
        return List.copyOf(changes);
    }

    private static List<@Nullable Object> figures(ReportView.Value value) {
        return Arrays.asList(
                value.state(),
                value.value(),
                value.numerator(),
                value.denominator(),
                value.text(),
                Objects.requireNonNullElse(value.identifiers(), List.of()),
                Attributes.comparable(Objects.requireNonNullElse(value.attributes(), Map.of())));
    }
}

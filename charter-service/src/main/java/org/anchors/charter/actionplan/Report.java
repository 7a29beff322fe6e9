package org.anchors.charter.actionplan;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest revision of an organisation's report for a year, as far as its plan is concerned.
 *
 * @param reference the report's name
 * @param revision which revision it is
 * @param values what it says, by indicator and group
 */
record Report(String reference, int revision, Map<Key, Reported> values) {

    /** What a value is of. */
    record Key(String indicator, @Nullable String group) {}

    Optional<Reported> find(Plan.Action action) {
        return Optional.ofNullable(values.get(new Key(action.indicator(), action.group())));
    }
}

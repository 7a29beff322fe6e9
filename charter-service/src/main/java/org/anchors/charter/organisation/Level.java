package org.anchors.charter.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far an organisation's work reaches. */
enum Level {
    @JsonProperty("system")
    SYSTEM,
    @JsonProperty("regional")
    REGIONAL,
    @JsonProperty("place")
    PLACE;

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}

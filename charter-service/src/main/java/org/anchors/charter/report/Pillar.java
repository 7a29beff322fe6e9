package org.anchors.charter.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The five pillars of the charter. */
public enum Pillar {
    @JsonProperty("employment")
    EMPLOYMENT,
    @JsonProperty("procurement")
    PROCUREMENT,
    @JsonProperty("land-buildings")
    LAND_BUILDINGS,
    @JsonProperty("sustainability")
    SUSTAINABILITY,
    @JsonProperty("leadership-partnership")
    LEADERSHIP_PARTNERSHIP;

    /** As the catalogue and the charter write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.anchors.employment.participant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ages together, so that none says who somebody is. */
public enum AgeBand {
    @JsonProperty("under-16")
    UNDER_16("under-16"),
    @JsonProperty("16-18")
    FROM_16("16-18"),
    @JsonProperty("19-24")
    FROM_19("19-24"),
    @JsonProperty("25-34")
    FROM_25("25-34"),
    @JsonProperty("35-49")
    FROM_35("35-49"),
    @JsonProperty("50-64")
    FROM_50("50-64"),
    @JsonProperty("65-and-over")
    FROM_65("65-and-over");

    private final String label;

    AgeBand(String label) {
        this.label = label;
    }

    /** How it is written. */
    public String label() {
        return label;
    }

    static @Nullable String label(@Nullable AgeBand band) {
        return band == null ? null : band.label;
    }

    static Optional<AgeBand> labelled(String label) {
        return Arrays.stream(values()).filter(band -> band.label.equals(label)).findFirst();
    }
}

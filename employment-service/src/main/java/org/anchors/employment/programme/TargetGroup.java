package org.anchors.employment.programme;

import java.util.Arrays;
import java.util.List;

/** A group of people that a programme is meant for, by the key that the indicator catalogue uses too. */
enum TargetGroup {
    CARE_LEAVER("care-leaver"),
    DISABILITY("disability"),
    VETERAN("veteran"),
    AGED_16_TO_24("16-24"),
    ETHNIC_MINORITY("ethnic-minority"),
    LONG_TERM_UNEMPLOYED("long-term-unemployed"),
    NEURODIVERGENT("neurodivergent"),
    CARER("carer");

    /** All keys, for the API document. */
    static final String LIST = "care-leaver, disability, veteran, 16-24, ethnic-minority, long-term-unemployed,"
            + " neurodivergent, carer";

    private final String key;

    TargetGroup(String key) {
        this.key = key;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(group -> group.key).toList();
    }
}

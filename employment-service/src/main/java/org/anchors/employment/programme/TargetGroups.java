package org.anchors.employment.programme;

import java.util.List;

/** The groups of people that programmes are meant for, by key. */
public final class TargetGroups {

    private TargetGroups() {}

    public static List<String> known() {
        return TargetGroup.keys();
    }
}

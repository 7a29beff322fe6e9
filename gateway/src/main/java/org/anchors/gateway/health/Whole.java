package org.anchors.gateway.health;

import java.util.List;

/** The health of the platform: up when every service is ready. */
record Whole(Status status, List<Member> services) {

    enum Status {
        UP,
        /** It answers that it is not ready. */
        DOWN,
        /** It does not answer. */
        UNREACHABLE
    }

    record Member(String name, Status status) {}

    static Whole of(List<Member> members) {
        var up = members.stream().allMatch(member -> member.status() == Status.UP);
        return new Whole(up ? Status.UP : Status.DOWN, members);
    }
}

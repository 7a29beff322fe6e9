package org.anchors.e2e;

import java.util.List;
import java.util.stream.IntStream;

/** An organisation that exists only in a test and is proposed for the present edition, with a machine that reports for it. */
record Newcomer(Machine machine, Caller reporter) {

    private static final String ORGANISATION = """
            {"key": "%s", "name": "Exists only in a test", "sector": "Test", "places": ["Nowhere"], "alliances": ["None"],
             "level": "place", "note": "test"}""";
    private static final String SIGNATURE = """
            {"organisation": "%s", "role": "Tester", "on": "2025-01-02"}""";

    static Newcomer one(Platform platform, String key) {
        return several(platform, key, 1).getFirst();
    }

    /** So many newcomers: {@code key-001} and so on. */
    static List<Newcomer> several(Platform platform, String key, int count) {
        var keys = IntStream.rangeClosed(1, count)
                .mapToObj(number -> "%s-%03d".formatted(key, number))
                .toList();
        var team = Caller.anchorTeam(platform);
        keys.forEach(organisation -> {
            team.post("/api/charter/v1/organisations", ORGANISATION.formatted(organisation))
                    .then()
                    .statusCode(201);
            team.post("/api/charter/v1/editions/2024-27/signatures", SIGNATURE.formatted(organisation))
                    .then()
                    .statusCode(201);
        });
        var machines = keys.stream()
                .map(organisation -> Machine.of("reporter-of-" + organisation, organisation, "partner-reporter"))
                .toList();
        var keycloak = new Keycloak(platform);
        keycloak.add(machines);
        return machines.stream()
                .map(machine -> new Newcomer(machine, new Caller(platform, keycloak.token(machine))))
                .toList();
    }

    /** The same with a new token, as a platform that was started again wants it. */
    Newcomer again() {
        var platform = reporter.platform();
        return new Newcomer(machine, new Caller(platform, new Keycloak(platform).token(machine)));
    }

    String organisation() {
        return machine.organisation();
    }

    String body(String year, long workforce, long deprived) {
        return Reports.body(organisation(), year, workforce, deprived);
    }
}

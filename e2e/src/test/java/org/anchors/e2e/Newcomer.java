package org.anchors.e2e;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An organisation that exists only in a test, with a machine that reports for it. It is written straight into the reference
 * data, because signing the charter is no use case of the API yet.
 */
record Newcomer(String organisation, Caller reporter) {

    private static final String ORGANISATION = """
            insert into organisation (key, name, sector, places, alliances, level, note)
            values (?, 'Exists only in a test', 'Test', array['Nowhere'], array['None'], 'place', 'test')
            """;
    private static final String SIGNATURE = """
            insert into signature (edition, organisation, role, state) values ('2024-27', ?, 'Tester', 'PROPOSED')
            """;

    static Newcomer one(Platform platform, String key) {
        return several(platform, key, 1).getFirst();
    }

    /** So many newcomers: {@code key-001} and so on. */
    static List<Newcomer> several(Platform platform, String key, int count) {
        var keys = IntStream.rangeClosed(1, count)
                .mapToObj(number -> "%s-%03d".formatted(key, number))
                .toList();
        try (var database = new CharterDatabase(platform)) {
            database.each(ORGANISATION, keys);
            database.each(SIGNATURE, keys);
        }
        var machines = keys.stream()
                .map(organisation -> Machine.of("reporter-of-" + organisation, organisation, "partner-reporter"))
                .toList();
        var keycloak = new Keycloak(platform);
        keycloak.add(machines);
        return machines.stream()
                .map(machine -> new Newcomer(machine.organisation(), new Caller(platform, keycloak.token(machine))))
                .toList();
    }

    String body(String year, long workforce, long deprived) {
        return Reports.body(organisation, year, workforce, deprived);
    }
}

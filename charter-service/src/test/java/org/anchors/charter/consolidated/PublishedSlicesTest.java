package org.anchors.charter.consolidated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.anchors.charter.consolidated.ClaimsOfFiguresTest.claims;
import static org.anchors.charter.consolidated.ClaimsOfFiguresTest.part;
import static org.anchors.charter.consolidated.ClaimsOfFiguresTest.value;
import static org.anchors.charter.consolidated.PoolingTest.CATALOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.GivenValues.Given;
import org.anchors.charter.disclosure.Claim;
import org.anchors.charter.disclosure.DifferencingGuard;
import org.anchors.charter.disclosure.Finding;
import org.anchors.charter.disclosure.Knowledge;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.disclosure.Policy;
import org.junit.jupiter.api.Test;

/**
 * The slices that a partnership publishes: those who are proposed for the charter of 2024, by the sectors, places, alliances and
 * levels they have, with counts that are made up.
 */
class PublishedSlicesTest {

    private static final ReportingYear YEAR = new ReportingYear(2024);
    private static final int SLICES = 20;
    private static final List<String> KINDS = List.of("alliances", "level", "sector", "places");

    /** Withholding what was found may open another way in; it ends sooner than this. */
    private static final int TRIES = 12;

    private final Measures measures = new Measures(CATALOGUE);
    private final List<Claim> published = new ArrayList<>();

    @Test
    void theFirstTwentyAreAcceptedOrRefusedForWhatTheySayAndNotForTheirSize() throws IOException {
        var organisations = organisations();
        assertEquals(22, organisations.size());
        var given = organisations.stream()
                .flatMap(organisation -> world(organisation.getField("key")))
                .toList();
        var slices = slices(organisations);
        assertTrue(slices.size() >= SLICES);
        slices.stream()
                .limit(SLICES)
                .forEach(slice -> publish(given.stream()
                        .filter(one -> slice.contains(one.organisation()))
                        .toArray(Given[]::new)));
    }

    /** Publishes as much of a slice as may be. */
    private void publish(Given[] given) {
        var withheld = new TreeSet<String>();
        for (var tries = 0; tries < TRIES; tries++) {
            var claims = claims(YEAR, publication(), Policy.HES, List.copyOf(withheld), given).stream()
                    .filter(claim ->
                            published.stream().noneMatch(made -> made.parts().equals(claim.parts())))
                    .toList();
            var finding = search(claims);
            assertEquals(List.of(), finding.undecided());
            if (finding.isSafe()) {
                published.addAll(claims);
                return;
            }
            assertTrue(withheld.addAll(through(finding)), finding::toString);
        }
        throw new AssertionError("Nothing of it can be published: " + withheld);
    }

    private Finding search(List<Claim> claims) {
        var all = Stream.concat(published.stream(), claims.stream()).toList();
        return new DifferencingGuard(publication(), Policy.HES)
                .search(new Knowledge(all, measures.rules(all), measures.open(YEAR)));
    }

    /** Figures of this publication that ways in lead through. */
    private Set<String> through(Finding finding) {
        var here = " in " + publication() + " ";
        var figures = new LinkedHashSet<String>();
        finding.waysIn().stream()
                .flatMap(way -> way.through().stream())
                .filter(label -> label.contains(here))
                .forEach(label -> figures.add(label.substring(0, label.indexOf(' '))));
        return figures;
    }

    private String publication() {
        return "publication of " + published.size();
    }

    /** All, and those of each alliance, level, sector and place; two that are of the same organisations are one. */
    private static List<Set<String>> slices(List<NamedCsvRecord> organisations) {
        var slices = new LinkedHashSet<Set<String>>();
        slices.add(Set.copyOf(organisations.stream()
                .map(organisation -> organisation.getField("key"))
                .toList()));
        KINDS.forEach(kind -> slices.addAll(by(kind, organisations)));
        return List.copyOf(slices);
    }

    private static Collection<Set<String>> by(String kind, List<NamedCsvRecord> organisations) {
        Map<String, Set<String>> slices = new LinkedHashMap<>();
        organisations.forEach(
                organisation -> Stream.of(organisation.getField(kind).split(";"))
                        .forEach(name -> slices.computeIfAbsent(name, none -> new TreeSet<>())
                                .add(organisation.getField("key"))));
        return slices.values();
    }

    private static List<NamedCsvRecord> organisations() throws IOException {
        var file =
                Objects.requireNonNull(PublishedSlicesTest.class.getResourceAsStream("/reference/organisations.csv"));
        try (var reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, UTF_8))) {
            return reader.stream()
                    .filter(organisation ->
                            !organisation.getField("proposed_2024_as").isBlank())
                    .toList();
        }
    }

    /** Workforces of hundreds and thousands, a third of them small; everything else is a part of them. */
    private static Stream<Given> world(String of) {
        var random = new Random(of.hashCode());
        var workforce = random.nextInt(3) == 0 ? 20 + random.nextInt(60) : 300 + random.nextInt(15_000);
        var recorded = workforce - random.nextInt(1 + workforce / 10);
        var starters = 1 + random.nextInt(1 + workforce / 8);
        var given = new ArrayList<>(List.of(
                value(2024, "EMP-01", of, workforce),
                part(2024, "EMP-02", "", of, random.nextInt(1 + recorded), recorded),
                part(2024, "EMP-03", "", of, random.nextInt(1 + recorded / 3), recorded),
                part(2024, "EMP-04", "", of, random.nextInt(1 + starters), starters),
                part(2024, "EMP-14", "", of, random.nextInt(1 + starters / 2), starters),
                value(2024, "LAB-04", of, random.nextInt(60))));
        List.of("disability", "care-leaver", "veteran").forEach(group -> {
            given.add(part(2024, "EMP-05", group, of, random.nextInt(2 + starters / 4), 0));
            given.add(part(2024, "EMP-07", group, of, random.nextInt(2 + recorded / 15), recorded));
        });
        given.addAll(funnel(of, random));
        return given.stream();
    }

    private static List<Given> funnel(String of, Random random) {
        var participants = random.nextInt(30);
        var offers = random.nextInt(1 + participants);
        var inWork = random.nextInt(1 + participants);
        var sustained = random.nextInt(1 + inWork);
        return List.of(
                value(2024, "EMP-11", of, offers),
                part(2024, "EMP-11", Pooling.CONVERSION, of, offers, participants),
                value(2024, "EMP-12", of, inWork),
                part(2024, "EMP-12", Pooling.CONVERSION, of, inWork, participants),
                value(2024, "EMP-13", of, sustained),
                part(2024, "EMP-13", Pooling.CONVERSION, of, sustained, inWork));
    }
}

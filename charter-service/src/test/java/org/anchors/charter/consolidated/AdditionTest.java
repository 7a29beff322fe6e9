package org.anchors.charter.consolidated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.anchors.charter.consolidated.Addition.Obstacle;
import org.anchors.charter.consolidated.Total.Name;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** reporting.md, Consolidating: what may not be added is refused, never added quietly. */
class AdditionTest {

    @ParameterizedTest
    @CsvSource({
        // people helped + job offers, offers + jobs
        "LAB-04;EMP-11, SAME_PEOPLE",
        "EMP-11;EMP-12, SAME_PEOPLE",
        "EMP-12;EMP-13, SAME_PEOPLE",
        "EMP-05.veteran;EMP-05.disability, OVERLAPPING_GROUPS",
        "SUS-07;SUS-07.staff, OVERLAPPING_GROUPS",
        "PRO-01;LAB-03, OTHER_UNIT",
        "PRO-01;PRO-05, SAME_MONEY",
        // a headcount on a day has no period
        "EMP-01;EMP-08, OTHER_PERIOD",
        // percentage points and a relative change; any share
        "EMP-03;EMP-03, NOT_A_SUM",
        "EMP-11.conversion, NOT_A_SUM",
        "SUS-03, NOT_A_SUM",
        "LDP-05.employment, NOT_A_SUM",
        "PRO-07, NOT_A_SUM",
        "PRO-01;PRO-01, SAME_FIGURE"
    })
    void refuses(String figures, Addition.Reason reason) {
        assertEquals(
                List.of(reason),
                addition(figures).obstacles().stream()
                        .map(Obstacle::reason)
                        .distinct()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUS-01;SUS-02", "EMP-08;LAB-06", "PRO-01"})
    void allows(String figures) {
        assertEquals(List.of(), addition(figures).obstacles());
    }

    private static Addition addition(String figures) {
        return new Addition(Arrays.stream(figures.split(";"))
                .map(Name::parse)
                .map(name -> new Addition.Term(
                        name, PoolingTest.CATALOGUE.find(name.indicator()).orElseThrow()))
                .toList());
    }
}

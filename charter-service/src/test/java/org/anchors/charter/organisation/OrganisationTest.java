package org.anchors.charter.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.anchors.kit.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** reporting.md, What it owns: names with the dates they held, and succession. */
class OrganisationTest {

    private static final LocalDate CITY = LocalDate.parse("2022-03-01");
    private static final Organisation SOUTHEND =
            council("southend", "Southend-on-Sea Borough Council").renamed("Southend-on-Sea City Council", CITY);

    @ParameterizedTest
    @CsvSource({
        "1999-01-01, Southend-on-Sea Borough Council",
        "2022-02-28, Southend-on-Sea Borough Council",
        "2022-03-01, Southend-on-Sea City Council",
        "2030-01-01, Southend-on-Sea City Council"
    })
    void isCalledByTheNameItHeldOnTheDay(LocalDate day, String name) {
        assertEquals(name, SOUTHEND.nameOn(day));
    }

    @Test
    void isCalledByItsFirstNameBeforeItHadOne() {
        var young = Organisation.named("sec", "College", SOUTHEND.about(), CITY);
        assertEquals("College", young.nameOn(CITY.minusYears(1)));
    }

    @Test
    void keepsEveryNameThroughFurtherRenames() {
        var again = SOUTHEND.renamed("Southend", LocalDate.parse("2030-01-01"));
        assertEquals(
                List.of("Southend-on-Sea Borough Council", "Southend-on-Sea City Council", "Southend"),
                again.names().stream().map(HeldName::name).toList());
        assertEquals(LocalDate.parse("2029-12-31"), again.names().get(1).to());
        assertEquals(2, again.version());
    }

    @Test
    void existsUntilAnotherTakesItsPlace() {
        var ended = council("thurrock-ccg", "NHS Thurrock CCG").succeededBy("mse-icb", LocalDate.parse("2022-07-01"));
        assertTrue(ended.existsOn(LocalDate.parse("2022-06-30")));
        assertFalse(ended.existsOn(LocalDate.parse("2022-07-01")));
    }

    @Test
    void isNeitherRenamedNorSucceededOnceAnotherHasItsPlace() {
        var ended = SOUTHEND.succeededBy("ecc", CITY);
        assertThrows(Refused.class, () -> ended.renamed("Again", CITY.plusYears(1)));
        assertThrows(Refused.class, () -> ended.succeededBy("mse-icb", CITY));
    }

    private static Organisation council(String key, String name) {
        var about = new Description(List.of(), "Local authority", List.of("Southend"), List.of(), "place", "");
        return Organisation.named(key, name, about, null);
    }
}

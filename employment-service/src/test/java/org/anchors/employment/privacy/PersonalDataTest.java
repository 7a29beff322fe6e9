package org.anchors.employment.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are made up; those with check digits are the issuers' own examples. */
class PersonalDataTest {

    @ParameterizedTest
    @CsvSource({
        "9434765919, NHS_NUMBER",
        "943 476 5919, NHS_NUMBER",
        "943-476-5919, NHS_NUMBER",
        "ref 9434765919 x, NHS_NUMBER",
        "P9434765919, NHS_NUMBER",
        "９４３４７６５９１９, NHS_NUMBER",
        "QQ123456C, NATIONAL_INSURANCE_NUMBER",
        "qq 12 34 56 c, NATIONAL_INSURANCE_NUMBER",
        "AB123456, NATIONAL_INSURANCE_NUMBER",
        "SS14 1AA, POSTCODE",
        "ss141aa, POSTCODE",
        "M1 1AE, POSTCODE",
        "EC1A 1BB, POSTCODE",
        "lives at CM1 7ET now, POSTCODE",
        "someone@example.org, E_MAIL",
        "07700 900123, TELEPHONE",
        "+447700900123, TELEPHONE",
        "12/03/1985, DATE_OF_BIRTH",
        "1985-03-12, DATE_OF_BIRTH",
        "12031985, DATE_OF_BIRTH",
        "19850312, DATE_OF_BIRTH",
        "12.3.85, DATE_OF_BIRTH",
        "943/476/5919, NHS_NUMBER",
        "943_476_5919, NHS_NUMBER",
        "943 - 476 - 5919, NHS_NUMBER",
        "94-3476-5919, NHS_NUMBER",
        "9 4 3 4 7 6 5 9 1 9, NHS_NUMBER",
        "12 943 476 59 19, NHS_NUMBER",
        "QQ/12/34/56/C, NATIONAL_INSURANCE_NUMBER",
        "QQ_12_34_56_C, NATIONAL_INSURANCE_NUMBER",
        "SS14_1AA, POSTCODE",
        "SS14/1AA, POSTCODE",
        "07700_900_123, TELEPHONE",
        "12_03_1985, DATE_OF_BIRTH",
        "12_3_85, DATE_OF_BIRTH",
        "12 March 1985, DATE_OF_BIRTH",
        "3rd-may-98, DATE_OF_BIRTH",
        "3may1998, DATE_OF_BIRTH",
        "March 12 1985, DATE_OF_BIRTH",
        "Jane Example, NAME",
        "jane.example7, NAME",
        "JaneExample7, NAME",
        "EXAMPLE_JANE_12, NAME"
    })
    void isFoundInAReference(String text, PersonalData kind) {
        assertEquals(Optional.of(kind), PersonalData.inReference(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HCA-000123",
                "HCA-AUT-0001",
                "9434765918",
                "12345",
                "99434765919",
                "3f2a9c10-77b1-4e52-9d0e-0a1b2c3d4e5f",
                "P-2024-17",
                "2022-autumn-7",
                "3f2a9c10-12de-4e52-9d0e-0a12dec34e5f",
                "HCA/2022/000123"
            })
    void isNotFoundInAReferenceThatSaysNothing(String text) {
        assertEquals(Optional.empty(), PersonalData.inReference(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example310190",
                "310190",
                "HCA-310190",
                "HCA_900131",
                "900131",
                "220905",
                "010140",
                "290204x",
                "３１０１９０"
            })
    void isABirthdayInSixDigitsOfANewReference(String text) {
        assertEquals(Optional.of(PersonalData.DATE_OF_BIRTH), PersonalData.birthdayIn(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HCA-000123",
                "HCA-009999",
                "202409-17",
                "092024-17",
                "2024-09-17",
                "050922-17",
                "240917-3",
                "320190",
                "311390",
                "290203",
                "0310190",
                "310-190",
                "1310190",
                "P-483920"
            })
    void isNoBirthdayInANewReference(String text) {
        assertEquals(Optional.empty(), PersonalData.birthdayIn(text));
    }

    /** The least that is paid for finding birthdays: numbers that are counted up to 10,000 are none of them. */
    @Test
    void takesFewNumbersOfSixDigitsForABirthday() {
        assertEquals(0, birthdays(0, 10_000));
        var all = birthdays(0, 1_000_000);
        assertTrue(all > 40_000 && all < 50_000, Long.toString(all));
    }

    private static long birthdays(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj("P-%06d"::formatted)
                .filter(reference -> PersonalData.birthdayIn(reference).isPresent())
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane", "Example"})
    void isSuspectedInAReferenceWithoutADigit(String text) {
        assertEquals(Optional.of(PersonalData.NAME), PersonalData.inReference(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Health and Care Academy", "UK Shared Prosperity Fund 2023-24", "The 2022-09-05 intake"})
    void isNotFoundInAProgrammesWords(String text) {
        assertEquals(Optional.empty(), PersonalData.inName(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"born-1998-05-03", "3 May 1998", "the 12/03/1985 one"})
    void isSomebodysBirthdayInAProgrammesWordsWhereNoProgrammeTookSoYoungAPerson(String text) {
        assertEquals(Optional.of(PersonalData.DATE_OF_BIRTH), PersonalData.inName(text));
    }
}

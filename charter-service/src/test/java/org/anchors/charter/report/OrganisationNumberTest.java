package org.anchors.charter.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationNumberTest {

    @ParameterizedTest
    @CsvSource({
        "GB-COH-01234567, GB-COH-01234567",
        "gb-coh-1234567, GB-COH-01234567",
        "GB-COH-OC 301234, GB-COH-OC301234",
        "GB-CHC-1098765, GB-CHC-1098765",
        "GB-CHC-1098765-2, GB-CHC-1098765",
        "GB-SC-SC012345, GB-SC-SC012345",
        "GB-NIC-100012, GB-NIC-100012"
    })
    void isWrittenInOneWay(String given, String written) {
        assertEquals(Optional.of(written), OrganisationNumber.normalised(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01234567", "GB-COH-", "GB-COH-123456789", "GB-CHC-12", "a person's name", "GB-XXX-1"})
    void nothingElseIsOne(String given) {
        assertEquals(Optional.empty(), OrganisationNumber.normalised(given));
    }
}

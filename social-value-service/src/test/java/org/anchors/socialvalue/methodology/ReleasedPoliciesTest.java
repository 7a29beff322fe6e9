package org.anchors.socialvalue.methodology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service does not start with policies that cannot be right. */
class ReleasedPoliciesTest {

    private static String released() throws IOException {
        try (var file = Objects.requireNonNull(ReleasedPolicies.class.getResourceAsStream("/policies.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void read(String text) {
        ReleasedPolicies.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void areThoseOfTheFile() throws IOException {
        read(released());
        assertEquals(3, ReleasedPolicies.get().policies().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"key\": \"PPN_002\" | \"key\": \"PPN_026\" | PPN_026: its key is taken",
                "\"key\": \"PPN_002\" | \"key\": \"NONE\" | NONE: its key is taken",
                "\"until\": \"2022-04-01\" | \"until\": \"2022-04-02\" | PPN_06_20 and PPN_06_20: both hold for NHS",
                "\"until\": \"2027-01-01\" | \"until\": null | PPN_002 and PPN_026: both hold for CENTRAL_GOVERNMENT",
                "\"until\": \"2022-04-01\" | \"until\": \"2021-04-01\" | PPN_06_20: it ends on 2021-04-01 before it begins",
                "\"until\": \"2025-02-24\" | \"until\": \"2015-02-26\" | PCR_2015: it ends on 2015-02-26 before it begins",
                "\"regime\": \"PCR_2015\" | \"regime\": \"PROCUREMENT_ACT_2023\" | PROCUREMENT_ACT_2023: its key is taken",
                "\"percent\": 20 | \"percent\": 200 | PPN_026: a minimum of 200 %",
                "\"metBy\": \"carbon-reduction-plan\" | \"metBy\": \"plan\" | net-zero-commitment: there is no gate plan",
                "\"atLeast\": 10000 | \"atLeast\": 5000000 | net-zero-commitment: it is called for below 5000000 only",
                "\"source\": \"Cabinet Office, PPN 026\" | \"source\": \" \" | PPN_026: it has no source",
                "\"force\": \"MANDATORY\" | \"force\": \"SOMETIMES\" | SOMETIMES",
                "\"exceptions\": true | \"exception\": true | exception"
            })
    void areRefusedWhereTheyCannotBeRight(String from, String to, String wrong) throws IOException {
        var file = released();
        assertTrue(file.contains(from), from);
        var refused = assertThrows(UncheckedIOException.class, () -> read(file.replaceFirst(from, to)));
        assertTrue(String.valueOf(refused.getCause()).contains(wrong), () -> String.valueOf(refused.getCause()));
    }
}

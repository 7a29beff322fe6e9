package org.anchors.charter.charter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.anchors.kit.refusal.Refused;
import org.junit.jupiter.api.Test;

/** reporting.md, What it owns: PROPOSED, SIGNED, then WITHDRAWN or SUPERSEDED. */
class SignatureTest {

    private static final LocalDate DAY = LocalDate.parse("2024-06-01");
    private static final Signature.Proposed PROPOSED =
            new Signature.Proposed(new Signatory("thurrock-cvs", "2024-27", "Chief Officer", null), DAY);

    @Test
    void whoeverSignsMaySignForOthers() {
        var signed = PROPOSED.sign("Signatory on behalf of nine CVS", new Others("nine CVS", 9), DAY.plusDays(1));
        assertEquals(
                new Signatory("thurrock-cvs", "2024-27", "Signatory on behalf of nine CVS", new Others("nine CVS", 9)),
                signed.by());
        assertEquals(DAY, signed.proposedOn());
    }

    @Test
    void onlyAProposedOneIsSignedAndOnlyASignedOneEnds() {
        var signed = PROPOSED.sign("Chair", null, DAY);
        for (var ended : List.of(signed.withdraw(DAY, "left"), signed.supersede(DAY, "x-2027-30-1"))) {
            assertThrows(Refused.class, () -> new KeptSignature("x", 2, ended).signed());
            assertThrows(Refused.class, () -> new KeptSignature("x", 2, ended).proposed());
        }
        assertThrows(Refused.class, () -> new KeptSignature("x", 1, signed).proposed());
        assertThrows(Refused.class, () -> new KeptSignature("x", 0, PROPOSED).signed());
    }
}

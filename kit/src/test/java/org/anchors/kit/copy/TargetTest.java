package org.anchors.kit.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void readsATableWithItsColumnsAndTheirTypes() {
        var target = Target.of("narrative (reference text, position int,\n  said_at timestamptz)");
        assertEquals(
                new Target(
                        "narrative",
                        List.of(
                                new Target.Column("reference", "text"),
                                new Target.Column("position", "int"),
                                new Target.Column("said_at", "timestamptz"))),
                target);
        assertEquals("narrative (reference, position, said_at)", target.named());
    }
}

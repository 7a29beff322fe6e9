package org.anchors.kit.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.anchors.contracts.problem.Fault;
import org.junit.jupiter.api.Test;

class RowFaultsTest {

    @Test
    void listsEveryRowHoweverManyFaultsAreInFrontOfIt() {
        var faults = new RowFaults(3);
        for (var row = 0; row < 5; row++) {
            faults.add(row, fault(row + " first"));
            faults.add(row, fault(row + " second"));
        }
        assertEquals(
                List.of("0 first", "0 second", "1 first", "2 first", "3 first", "4 first"),
                faults.listed().stream().map(Fault::at).toList());
        assertEquals(10, faults.count());
        assertEquals(5, faults.rows().cardinality());
    }

    @Test
    void countsInWords() {
        var faults = new RowFaults(3);
        faults.add(fault("head"));
        assertEquals("1 fault", faults.summary());
        faults.add(7, fault("row"));
        assertEquals("2 faults", faults.summary());
    }

    @Test
    void holdsTheFirstFewInMemoryAndListsAllElsewhere() {
        var list = new ArrayList<String>();
        var faults = new RowFaults(3, 2, fault -> list.add(fault.at()));
        for (var row = 0; row < 5; row++) {
            faults.add(row, fault(row + " first"));
            faults.add(row, fault(row + " second"));
        }
        assertEquals(List.of("0 first", "0 second", "1 first", "2 first", "3 first", "4 first"), list);
        assertEquals(
                List.of("0 first", "0 second"),
                faults.listed().stream().map(Fault::at).toList());
        assertEquals("10 faults, of which 2 are listed here", faults.summary());
    }

    private static Fault fault(String at) {
        return new Fault(at, "rule", null, "mend");
    }
}

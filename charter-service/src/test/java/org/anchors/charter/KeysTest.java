package org.anchors.charter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.anchors.kit.rows.Rows;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.Test;

/** Keys of organisations and references of reports. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class KeysTest {

    @Inject
    Rows rows;

    @Test
    @Transactional
    void areInOneOrderSoThatJoinsCanUseTheirIndexes() {
        assertEquals(List.of(), rows.all("""
                        select table_name from information_schema.columns
                        where table_schema = current_schema() and table_name <> 'audit_entry'
                          and (column_name in ('organisation', 'reference') or table_name = 'organisation' and column_name = 'key')
                          and data_type = 'text' and collation_name is distinct from 'C'
                        """, row -> row.getString(1)));
    }
}

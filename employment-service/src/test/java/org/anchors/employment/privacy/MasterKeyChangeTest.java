package org.anchors.employment.privacy;

import static org.anchors.employment.participant.Partnership.as;
import static org.anchors.employment.participant.Partnership.participant;
import static org.anchors.employment.participant.Partnership.programme;
import static org.anchors.employment.participant.Partnership.provider;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.anchors.employment.participant.Stored;
import org.anchors.kit.testing.Engines;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class MasterKeyChangeTest {

    @Inject
    MasterKeyChange change;

    @Inject
    DataSource database;

    @Test
    void wrapsAnewWhatTheKeyOfNowDidNotWrapAndChangesNoPseudonym() throws SQLException {
        var programme = programme();
        participant(programme, "P-1", "");
        Stored.execute(database, "update pseudonym_key set master = null where scope = '%s'".formatted(programme));
        var noted =
                "audit_entry where deed = 'pseudonym-keys-wrapped-anew' and who = 'system' and detail = '{\"keys\":1}'";
        var before = Stored.count(database, noted);
        assertEquals(1, change.wrapAnew());
        assertEquals(0, change.wrapAnew());
        assertEquals(before + 1, Stored.count(database, noted));
        as(provider())
                .body("{\"programme\": \"%s\", \"reference\": \"P-1\"}".formatted(programme))
                .post("/api/employment/v1/participants/lookup")
                .then()
                .statusCode(200);
    }
}

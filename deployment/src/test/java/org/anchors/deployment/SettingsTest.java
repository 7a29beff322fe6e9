package org.anchors.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What the other tests hold the deployments against. */
class SettingsTest {

    /** What the gateway waits for is not cut off by a restart, neither in the service nor in the gateway. */
    @Test
    void leaveWhateverIsInHandTheTimeThatAnAnswerMayTake() {
        var patience = Settings.longestPatience();
        assertEquals(55, patience);
        for (var program : Checkout.PROGRAMS) {
            assertTrue(Settings.shutdownSeconds(program) > patience, program);
        }
    }

    @Test
    void areFoundInTheSources() {
        assertEquals("50", Settings.ofOurs("gateway").get("anchors.gateway.rate.requests-per-second"));
        assertEquals("10s", Settings.ofOurs("gateway").get("anchors.gateway.documents-fresh-for"));
        assertEquals("http://127.0.0.1:18081", Settings.ofOurs("gateway").get("anchors.charter.url"));
        assertEquals(
                "http://localhost:8080", Settings.ofOurs("social-value-service").get("anchors.ocds.address"));
        assertEquals("", Settings.ofOurs("employment-service").get("anchors.employment.master-key-before"));
        assertEquals("1m", Settings.ofOurs("employment-service").get("anchors.recounts.every"));
    }

    @Test
    void areKnownByTheirEnvironmentVariables() {
        assertTrue(Settings.knows("social-value-service", "ANCHORS_OCDS_BUYERS_MSEFT_PREFIX"));
        assertTrue(Settings.knows("charter-service", "QUARKUS_DATASOURCE_JDBC_URL"));
        assertTrue(Settings.knows("charter-service", "KAFKA_BOOTSTRAP_SERVERS"));
    }

    @Test
    void areNotKnownWhenTheyAreMisspeltOrAnothersOrOfTheBuild() {
        assertFalse(Settings.knows("charter-service", "QUARKUS_DATASOURCE_JDBC_ULR"));
        assertFalse(Settings.knows("charter-service", "ANCHORS_SEAL_KEY"));
        assertFalse(Settings.knows("gateway", "KAFKA_BOOTSTRAP_SERVERS"));
        assertFalse(Settings.knows("charter-service", "QUARKUS_DATASOURCE_DB_KIND"));
    }
}

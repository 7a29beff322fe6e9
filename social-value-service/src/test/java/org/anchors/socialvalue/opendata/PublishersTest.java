package org.anchors.socialvalue.opendata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishersTest {

    @Test
    void inventsNoPrefixForABuyerThatRegisteredNone() {
        assertEquals("unregistered-1", said(Map.of()).ocid("mseft", 1));
        assertEquals("mseft", said(Map.of()).name("mseft"));
    }

    @Test
    void publishesUnderThePrefixAndTheNameOfTheBuyer() {
        var publishers = said(Map.of(
                "anchors.ocds.buyers.mseft.prefix",
                "ocds-0a1b2c",
                "anchors.ocds.buyers.mseft.name",
                "Mid and South Essex NHS Foundation Trust"));
        assertEquals("ocds-0a1b2c-1", publishers.ocid("mseft", 1));
        assertEquals("Mid and South Essex NHS Foundation Trust", publishers.name("mseft"));
        assertEquals("unregistered-1", publishers.ocid("eput", 1));
    }

    @Test
    void takesEachBuyersSettingsFromTheEnvironment() {
        var publishers = new SmallRyeConfigBuilder()
                .withMapping(Publishers.class)
                .withSources(new EnvConfigSource(Map.of("ANCHORS_OCDS_BUYERS_MSEFT_PREFIX", "ocds-0a1b2c"), 300))
                .build()
                .getConfigMapping(Publishers.class);
        assertEquals("ocds-0a1b2c-1", publishers.ocid("mseft", 1));
    }

    private static Publishers said(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(Publishers.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(Publishers.class);
    }
}

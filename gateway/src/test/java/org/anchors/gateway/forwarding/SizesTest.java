package org.anchors.gateway.forwarding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.anchors.gateway.service.Limits;
import org.junit.jupiter.api.Test;

class SizesTest {

    private static final String MILESTONES = "/api/employment/v1/programmes/p-1/milestones";

    @Test
    void allowsAsManyBytesAsTheServicesWhereNothingElseIsSaid() {
        assertEquals(1_000_000, new Sizes(limits()).at(MILESTONES));
    }

    @Test
    void allowsMoreOnAPathForBulkAndOnNoOther() {
        var sizes =
                new Sizes(limits("anchors.gateway.body.bulk.\"/api/employment/v1/programmes/*/milestones\"", "20M"));
        assertEquals(20 * 1024 * 1024, sizes.at(MILESTONES));
        assertEquals(1_000_000, sizes.at(MILESTONES + "/m-1"));
        assertEquals(1_000_000, sizes.at("/api/employment/v1/programmes/p-1/other/milestones"));
    }

    private static Limits limits(String... setting) {
        var builder = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(Limits.class);
        if (setting.length > 0) {
            builder.withSources(new PropertiesConfigSource(Map.of(setting[0], setting[1]), "test", 100));
        }
        return builder.build().getConfigMapping(Limits.class);
    }
}

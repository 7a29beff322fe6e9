package org.anchors.gateway.forwarding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.anchors.gateway.service.Limits;
import org.junit.jupiter.api.Test;

class AllowedTest {

    private static final String MILESTONES = "/api/employment/v1/programmes/p-1/milestones";

    @Test
    void allowsAsManyBytesAsTheServicesWhereNothingElseIsSaid() {
        assertEquals(1_000_000, new Allowed(limits()).bytes(MILESTONES));
    }

    @Test
    void allowsMoreOnAPathForBulkAndOnNoOther() {
        var allowed =
                new Allowed(limits("anchors.gateway.body.bulk.\"/api/employment/v1/programmes/*/milestones\"", "20M"));
        assertEquals(20 * 1024 * 1024, allowed.bytes(MILESTONES));
        assertEquals(1_000_000, allowed.bytes(MILESTONES + "/m-1"));
        assertEquals(1_000_000, allowed.bytes("/api/employment/v1/programmes/p-1/other/milestones"));
    }

    @Test
    void waitsLongerForAPathForBulkAndForNoOther() {
        var limits = limits("anchors.gateway.timeout.bulk.\"/api/employment/v1/programmes/*/milestones\"", "5m");
        var allowed = new Allowed(limits);
        assertEquals(Duration.ofMinutes(5), allowed.patience(MILESTONES));
        assertEquals(Duration.ofSeconds(30), allowed.patience(MILESTONES + "/m-1"));
        assertEquals(Duration.ofMinutes(5), limits.timeout().longest());
    }

    private static Limits limits(String... setting) {
        var builder = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(Limits.class);
        if (setting.length > 0) {
            builder.withSources(new PropertiesConfigSource(Map.of(setting[0], setting[1]), "test", 100));
        }
        return builder.build().getConfigMapping(Limits.class);
    }
}

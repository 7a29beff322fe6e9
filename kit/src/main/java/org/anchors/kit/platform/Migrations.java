package org.anchors.kit.platform;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * How replicas that start at once share the migrations out. The lock is the session's: under one of a transaction, which is
 * Flyway's default, an index that is built concurrently waits for that very transaction, for ever. Whoever does not get it
 * waits for as long as the migrations of another take, instead of giving up after fifty seconds.
 */
@Singleton
class Migrations implements FlywayConfigurationCustomizer {

    private static final int FOR_EVER = -1;

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .lockRetryCount(FOR_EVER);
    }
}

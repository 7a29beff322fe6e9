package org.anchors.kit.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock and the way JSON is written. */
@Singleton
class Basics implements ObjectMapperCustomizer {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public void customize(ObjectMapper json) {
        WrittenJson.configure(json);
    }
}

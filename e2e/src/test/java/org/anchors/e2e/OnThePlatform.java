package org.anchors.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Tests that share one platform: started before the first of them, stopped after the last, whatever happens. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnThePlatform.Lifecycle.class)
@interface OnThePlatform {

    /** Starts the platform once and hands it to whoever asks for it. */
    final class Lifecycle implements BeforeAllCallback, ParameterResolver {

        @Override
        public void beforeAll(ExtensionContext context) {
            running(context);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return List.of(Platform.class, TraceReceiver.class)
                    .contains(parameter.getParameter().getType());
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var running = running(context);
            return parameter.getParameter().getType() == Platform.class ? running.platform() : running.receiver();
        }

        private static Running running(ExtensionContext context) {
            var store = context.getRoot().getStore(ExtensionContext.Namespace.create(OnThePlatform.class));
            return Objects.requireNonNull(store.getOrComputeIfAbsent("running", key -> Running.start(), Running.class));
        }
    }

    /** The platform while it runs; JUnit closes it at the end of all tests. */
    record Running(Platform platform, TraceReceiver receiver, Process guard) implements AutoCloseable {

        /** Of each service and of the gateway; {@code -De2e.replicas=1} is what people run. */
        private static final String REPLICAS = System.getProperty("e2e.replicas", "2");

        static Running start() {
            var home = property("anchors.home");
            var receiver = new TraceReceiver();
            var platform = new Platform(property("anchors.checkout"), home, asInContainers(receiver));
            try {
                Files.createDirectories(home);
                platform.anchor("reset", "--yes").orFail();
                var guard = platform.guard();
                System.out.println(platform.anchor("up", "--replicas", REPLICAS).orFail());
                return new Running(platform, receiver, guard);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /** What is told is told in JSON, and to a collector. */
        private static Map<String, String> asInContainers(TraceReceiver receiver) {
            return Map.of(
                    "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
                    "true",
                    "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                    receiver.endpoint(),
                    "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
                    "500MS",
                    "QUARKUS_OTEL_TRACES_SAMPLER_ARG",
                    TraceReceiver.SHARE,
                    "QUARKUS_DATASOURCE_JDBC_TELEMETRY_ENABLED",
                    "true");
        }

        @Override
        public void close() throws IOException, InterruptedException {
            guard.getOutputStream().close();
            guard.waitFor();
            receiver.close();
        }

        private static Path property(String name) {
            return Path.of(Objects.requireNonNull(System.getProperty(name), name));
        }
    }
}

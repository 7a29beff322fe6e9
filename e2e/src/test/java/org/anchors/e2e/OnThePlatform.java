package org.anchors.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
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
            platform(context);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Platform.class;
        }

        @Override
        public Platform resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return platform(context);
        }

        private static Platform platform(ExtensionContext context) {
            var store = context.getRoot().getStore(ExtensionContext.Namespace.create(OnThePlatform.class));
            return Objects.requireNonNull(store.getOrComputeIfAbsent("running", key -> Running.start(), Running.class))
                    .platform();
        }
    }

    /** The platform while it runs; JUnit closes it at the end of all tests. */
    record Running(Platform platform, Process guard) implements AutoCloseable {

        static Running start() {
            var home = property("anchors.home");
            var platform = new Platform(property("anchors.checkout"), home);
            try {
                Files.createDirectories(home);
                platform.anchor("reset", "--yes").orFail();
                var guard = platform.guard();
                System.out.println(platform.anchor("up").orFail());
                return new Running(platform, guard);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() throws IOException, InterruptedException {
            guard.getOutputStream().close();
            guard.waitFor();
        }

        private static Path property(String name) {
            return Path.of(Objects.requireNonNull(System.getProperty(name), name));
        }
    }
}

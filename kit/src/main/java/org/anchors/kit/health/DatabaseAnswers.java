package org.anchors.kit.health;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * A service is ready while its database answers. It is asked over a connection of its own: those of the pool may all be in use while
 * all is well, and a replica that is only busy must not be left alone, for then the next one would be busier.
 */
@Readiness
@ApplicationScoped
class DatabaseAnswers implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(DatabaseAnswers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String url;
    private final Properties login = new Properties();
    private @Nullable Connection connection;
    private volatile boolean answers;

    DatabaseAnswers(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.url = url;
        PGProperty.USER.set(login, user);
        password.ifPresent(secret -> PGProperty.PASSWORD.set(login, secret));
        PGProperty.CONNECT_TIMEOUT.set(login, (int) PATIENCE.toSeconds());
        PGProperty.SOCKET_TIMEOUT.set(login, (int) PATIENCE.toSeconds());
        PGProperty.APPLICATION_NAME.set(login, "readiness");
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(answers).build();
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            answers = connection().isValid((int) PATIENCE.toSeconds());
        } catch (SQLException away) {
            LOG.debugf("The database does not answer: %s", away.getSQLState());
            answers = false;
        }
        if (!answers) {
            close();
        }
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = new Driver().connect(url, login);
        }
        return Optional.ofNullable(connection).orElseThrow(() -> new SQLException("No address of PostgreSQL"));
    }

    @PreDestroy
    void close() {
        try (var old = connection) {
            connection = null;
        } catch (SQLException gone) {
            LOG.debugf("The connection is gone already: %s", gone.getSQLState());
        }
    }
}

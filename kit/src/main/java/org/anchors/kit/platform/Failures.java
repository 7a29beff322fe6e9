package org.anchors.kit.platform;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/** What a failure means, and what of it may be written down. */
public final class Failures {

    private static final int FRAMES = 12;

    private Failures() {}

    /**
     * Whether the same thing may succeed a little later: something that is needed is away, or two transactions collided.
     *
     * <p>SQLSTATE 08: no connection; 40: collided; 53: out of resources; 57: the server is going away; 55P03: locked. A failure
     * without a state comes from the pool or the driver: there was no answer from the database.
     */
    public static boolean mayPass(Throwable failure) {
        for (var cause : chain(failure).toList()) {
            if (cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof RetriableException) {
                return true;
            }
            if (cause instanceof SQLException sql) {
                return sql.getSQLState() == null || sql.getSQLState().matches("(08|40|53|57).*|55P03");
            }
        }
        return failure instanceof QuarkusTransactionException;
    }

    /** How loud to be about a figure that is not to be had: what passes is seen by the figure's absence, anything else is a fault. */
    public static Logger.Level level(Throwable failure) {
        return mayPass(failure) ? Logger.Level.DEBUG : Logger.Level.WARN;
    }

    /** Whether the database refused a second row of the same name. */
    public static boolean isDuplicate(Throwable failure) {
        return chain(failure).anyMatch(cause -> cause instanceof SQLException sql && "23505".equals(sql.getSQLState()));
    }

    /** A failure in words for a log. What a database says about it holds the values that it was given, and is left out. */
    public static String described(Throwable failure) {
        return chain(failure)
                .map(cause -> inWords(cause) + frames(cause))
                .collect(Collectors.joining(System.lineSeparator() + "caused by "));
    }

    /** The same in one line. */
    public static String inShort(Throwable failure) {
        return chain(failure).map(Failures::inWords).collect(Collectors.joining("; caused by "));
    }

    public static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static String inWords(Throwable cause) {
        var name = cause.getClass().getName();
        if (cause instanceof SQLException sql) {
            return name + ", SQLSTATE " + sql.getSQLState();
        }
        // Whatever wraps a database's failure repeats its text.
        return chain(cause).anyMatch(SQLException.class::isInstance) ? name : name + ": " + cause.getMessage();
    }

    private static String frames(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .limit(FRAMES)
                .map(frame -> System.lineSeparator() + "    at " + frame)
                .collect(Collectors.joining());
    }
}

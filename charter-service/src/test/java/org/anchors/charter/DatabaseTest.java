package org.anchors.charter;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.kit.testing.Engines;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How every service gets at its database, by the settings that all of them share. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class DatabaseTest {

    @Inject
    DataSource pool;

    /** Others would be busier, and fall next. */
    @Test
    void aServiceThatUsesAllOfItsConnectionsIsReady() throws SQLException {
        Awaitility.await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        var taken = new ArrayList<Connection>();
        try {
            assertThrows(SQLException.class, () -> takeAll(taken));
            given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    private void takeAll(List<Connection> taken) throws SQLException {
        while (true) {
            taken.add(pool.getConnection());
        }
    }

    @Test
    void aFailureDoesNotRepeatTheRowThatWasRefused() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            var failure = assertThrows(
                    SQLException.class,
                    () -> statement.execute("insert into projection_shape (projection, shape)"
                            + " select projection, shape from projection_shape"));
            assertFalse(String.valueOf(failure.getMessage()).contains("consolidated"), failure::toString);
        }
    }
}

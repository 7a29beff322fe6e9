package org.anchors.e2e;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All replicas of a service, past the gateway: what each does by itself at an hour of the night, they do when it is asked of them. */
record Replicas(Platform platform, String service, String database) {

    /** Has all of them do something at once. */
    List<Response> atOnce(Caller caller, String path) throws InterruptedException, ExecutionException {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = platform.replicas(service).stream()
                    .map(replica -> clients.submit(() -> given().baseUri(platform.fact(replica + ".url"))
                            .auth()
                            .oauth2(caller.token())
                            .post(path)))
                    .toList();
            var answers = new ArrayList<Response>();
            for (Future<Response> answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** How often the audit trail says that something was done to an object. */
    long noted(String deed, String object) throws SQLException {
        try (var connection = platform.connect(database);
                var count =
                        connection.prepareStatement("select count(*) from audit_entry where deed = ? and object = ?")) {
            count.setString(1, deed);
            count.setString(2, object);
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}

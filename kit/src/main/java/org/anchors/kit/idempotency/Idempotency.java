package org.anchors.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.refusal.RefusedAndKept;
import org.anchors.kit.rows.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Gives a request one effect and the same answer each time it is sent with the same {@code Idempotency-Key}. The first answer
 * is kept in the transaction of its effect. A refusal is not kept as an answer, whatever else is kept of it ({@link RefusedAndKept}): it
 * made nothing, and the mended request may use the key.
 */
@ApplicationScoped
public class Idempotency {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Rows rows;
    private final Caller caller;
    private final ObjectMapper json;
    private final Clock clock;
    private final KeyDigest digest;

    Idempotency(Rows rows, Caller caller, ObjectMapper json, Clock clock, KeyDigest digest) {
        this.rows = rows;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
        this.digest = digest;
    }

    /**
     * The new thing that a request made.
     *
     * @param location path at which it can be read
     * @param etag its version
     * @param view what is shown of it
     */
    public record Created(String location, @Nullable String etag, Object view) {}

    /**
     * Makes a thing once.
     *
     * @param key the header {@code Idempotency-Key}
     * @param request what tells this request from any other: the use case and the digest of the body
     * @param work makes the thing; runs in the present transaction
     * @return 201 with the thing, the same again when the request comes again
     */
    @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = RefusedAndKept.class)
    public Response once(@Nullable String key, String request, Supplier<Created> work) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw new Refused(
                    CommonRefusal.IDEMPOTENCY_KEY_MISSING,
                    "Send the header Idempotency-Key with 1 to 200 visible ASCII characters, a new one for each new thing"
                            + " and the same one when you send a request again.");
        }
        var known = digest.of(caller.subject() + " " + key);
        return earlierAnswer(known, request).orElseGet(() -> firstAnswer(known, request, work.get()));
    }

    /**
     * What is known of a request.
     *
     * @param alone whether no other is under way with the same key
     * @param answer what was answered before
     */
    private record Known(boolean alone, @Nullable Given answer) {

        static Known read(ResultSet row) throws SQLException {
            var given = row.getString("request") == null ? null : Given.read(row);
            return new Known(row.getBoolean("alone"), given);
        }
    }

    /** An answer that was given to a request. */
    private record Given(
            String request, String location, @Nullable String etag, String body) {

        static Given read(ResultSet row) throws SQLException {
            return new Given(
                    row.getString("request"), row.getString("location"), row.getString("etag"), row.getString("body"));
        }
    }

    private Optional<Response> earlierAnswer(String key, String request) {
        var known = rows.first("select * from earlier_answer(?, ?)", Known::read, caller.subject(), key)
                .orElseThrow();
        if (!known.alone()) {
            throw new Refused(
                    CommonRefusal.REQUEST_STILL_RUNNING, "Wait for its answer, or send it again a little later.");
        }
        if (known.answer() == null) {
            return Optional.empty();
        }
        if (!request.equals(known.answer().request())) {
            throw new Refused(
                    CommonRefusal.IDEMPOTENCY_KEY_REUSED,
                    "It was sent before with another body or for another purpose; use a new key for a new request.");
        }
        return Optional.of(answer(
                known.answer().location(), known.answer().etag(), known.answer().body()));
    }

    private Response firstAnswer(String key, String request, Created created) {
        var body = text(created.view());
        rows.change("""
                insert into idempotency (caller, key, request, status, location, etag, body, answered_at)
                values (?, ?, ?, 201, ?, ?, ?, ?)
                """, caller.subject(), key, request, created.location(), created.etag(), body, clock.instant());
        return answer(created.location(), created.etag(), body);
    }

    private static Response answer(String location, @Nullable String etag, String body) {
        // As a path: the client knows which host it asked, which behind a gateway is not this one.
        return Response.status(Response.Status.CREATED)
                .header("Location", location)
                .header("ETag", etag)
                .type(MediaType.APPLICATION_JSON)
                .entity(body)
                .build();
    }

    private String text(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A view can be written", impossible);
        }
    }
}

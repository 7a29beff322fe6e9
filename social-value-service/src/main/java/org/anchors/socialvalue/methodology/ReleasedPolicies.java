package org.anchors.socialvalue.methodology;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.anchors.socialvalue.policy.Policies;

/**
 * The policies that are released with the service, from {@code policies.json}. Its lines are never changed: a policy that is to hold no
 * longer gets its last day, and the next one its first.
 */
public final class ReleasedPolicies {

    private static final Policies RELEASED =
            read(Objects.requireNonNull(ReleasedPolicies.class.getResourceAsStream("/policies.json")));

    private ReleasedPolicies() {}

    public static Policies get() {
        return RELEASED;
    }

    /**
     * Reads policies, and closes what they are read from.
     *
     * @throws UncheckedIOException where they cannot be read, or contradict each other
     */
    static Policies read(InputStream file) {
        var json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
        try (file) {
            return json.readValue(file, Policies.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The policies cannot be read", unreadable);
        }
    }
}

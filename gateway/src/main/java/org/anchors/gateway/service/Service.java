package org.anchors.gateway.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A service behind the gateway. */
public enum Service {
    CHARTER("charter", "Charter"),
    SOCIAL_VALUE("social-value", "Social value"),
    EMPLOYMENT("employment", "Employment");

    private final String key;
    private final String title;

    Service(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** The first segment of its paths after {@code /api/}. */
    public String key() {
        return key;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** What programs call it. */
    public String program() {
        return key + "-service";
    }

    /** The path below which it answers, and nothing else of it can be reached. */
    public String prefix() {
        return "/api/" + key + "/v1";
    }

    /** Path of its own API document. */
    public String document() {
        return prefix() + "/openapi";
    }

    /** A word for names in documents, such as {@code SocialValue}. */
    public String word() {
        return Arrays.stream(key.split("-", -1))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }
}

package org.anchors.gateway.service;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A service behind the gateway. */
public enum Service {
    CHARTER(
            "charter",
            "Charter",
            "bulk",
            "consolidated",
            "editions",
            "indicators",
            "organisations",
            "publications",
            "reporting-years",
            "reports"),
    SOCIAL_VALUE(
            "social-value",
            "Social value",
            "catalogues",
            "contracts",
            "deliveries",
            "evaluations",
            "methodologies",
            "policies",
            "procurements"),
    EMPLOYMENT(
            "employment",
            "Employment",
            "cohorts",
            "group-totals",
            "milestones",
            "outcome-rules",
            "outcomes",
            "participants",
            "programmes",
            "recounts",
            "retention",
            "returns");

    private static final Set<String> OF_EACH = Set.of("audit", "dead-letters", "openapi", "projections");

    private final String key;
    private final String title;
    private final Set<String> collections;

    Service(String key, String title, String... collections) {
        this.key = key;
        this.title = title;
        this.collections = Set.of(collections);
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

    /** The collection that a path of the service is in, or that it names, such as {@code /api/charter/v1/reports/*}; empty for an invented one. */
    public Optional<String> collection(String path) {
        var segments = path.substring(prefix().length() + 1).split("/", 2);
        var name = segments[0];
        return collections.contains(name) || OF_EACH.contains(name)
                ? Optional.of(prefix() + "/" + name + (segments.length > 1 ? "/*" : ""))
                : Optional.empty();
    }

    /** A word for names in documents, such as {@code SocialValue}. */
    public String word() {
        return Arrays.stream(key.split("-", -1))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }
}

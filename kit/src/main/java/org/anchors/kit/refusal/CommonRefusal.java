package org.anchors.kit.refusal;

/** The refusals that every service can give. */
public enum CommonRefusal implements Refusal {
    MALFORMED_JSON("The body is not well-formed JSON", Category.MALFORMED),
    MALFORMED_ADDRESS("The address cannot be read", Category.MALFORMED),
    NESTED_TOO_DEEP("The body is nested too deep", Category.MALFORMED),
    INVALID_REQUEST("The request has faults", Category.INVALID),
    BODY_TOO_LARGE("The body is too large", Category.TOO_LARGE),
    PERSON_NEEDED("People do this", Category.FORBIDDEN),
    NOT_FOUND("There is nothing here", Category.NOT_FOUND),
    IDEMPOTENCY_KEY_MISSING("An Idempotency-Key is needed", Category.MALFORMED),
    IDEMPOTENCY_KEY_REUSED("The Idempotency-Key belongs to another request", Category.INVALID),
    MADE_MEANWHILE("It was made by another request meanwhile", Category.CONFLICT),
    REQUEST_STILL_RUNNING("The same request is still running", Category.CONFLICT),
    NO_ROOM("There is no room for the file at the moment", Category.BUSY),
    VERSION_MISSING("The version that is changed must be named", Category.UNCONDITIONAL),
    VERSION_STALE("The version has changed meanwhile", Category.STALE);

    private final String title;
    private final Category category;

    CommonRefusal(String title, Category category) {
        this.title = title;
        this.category = category;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Category category() {
        return category;
    }
}

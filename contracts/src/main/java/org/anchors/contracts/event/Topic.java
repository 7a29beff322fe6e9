package org.anchors.contracts.event;

/** The topics, one for each service that tells facts; what cannot be handled goes to the dead letters beside it. */
public enum Topic {
    CHARTER("anchors.charter"),
    SOCIAL_VALUE("anchors.social-value"),
    EMPLOYMENT("anchors.employment");

    private final String kafkaName;

    Topic(String kafkaName) {
        this.kafkaName = kafkaName;
    }

    public String kafkaName() {
        return kafkaName;
    }

    public String deadLetters() {
        return kafkaName + ".dlq";
    }
}

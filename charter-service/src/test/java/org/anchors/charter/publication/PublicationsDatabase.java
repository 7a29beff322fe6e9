package org.anchors.charter.publication;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A database in which nobody else publishes or reports. */
public final class PublicationsDatabase implements QuarkusTestProfile {}

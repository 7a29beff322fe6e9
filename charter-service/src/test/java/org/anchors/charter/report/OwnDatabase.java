package org.anchors.charter.report;

import io.quarkus.test.junit.QuarkusTestProfile;

/** For tests that need many organisations' reports to themselves: the service is started with a database of its own. */
public final class OwnDatabase implements QuarkusTestProfile {}

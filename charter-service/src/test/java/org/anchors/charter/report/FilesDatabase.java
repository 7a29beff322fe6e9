package org.anchors.charter.report;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A database for the tests of files, so that what other tests reported for a year before does not show in them. */
public final class FilesDatabase implements QuarkusTestProfile {}

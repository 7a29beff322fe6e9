package org.anchors.employment.milestone;

import java.sql.SQLException;

/** The database did not take a row on its way in. */
final class StagingFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StagingFailed(SQLException failure) {
        super(failure);
    }
}

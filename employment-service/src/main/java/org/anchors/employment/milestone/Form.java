package org.anchors.employment.milestone;

/** How milestones stand in a file, and how a place in it is called. */
enum Form {
    /** JSON: one milestone, or a list of them. */
    JSON,
    /** JSON, a milestone in each line. */
    LINES,
    /** CSV, a milestone in each row. */
    ROWS;

    /** JSON with one milestone has no rows: its places are pointers into it. */
    static final int ALONE = -1;

    /** The number of a row as the form counts: lists from 0, lines from 1, and rows as a spreadsheet does. */
    String place(int row) {
        return switch (this) {
            case JSON -> row == ALONE ? "" : "/" + row;
            case LINES -> "line " + row;
            case ROWS -> "row " + row;
        };
    }

    String place(int row, Field field) {
        return switch (this) {
            case JSON -> place(row) + "/" + field.path();
            case LINES -> "%s, %s".formatted(place(row), field.path());
            case ROWS -> "%s, column %s".formatted(place(row), field.column());
        };
    }
}

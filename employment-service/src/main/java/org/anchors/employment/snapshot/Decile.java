package org.anchors.employment.snapshot;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A decile of the index of multiple deprivation.
 *
 * @param edition the edition of the index, by its year
 * @param number 1 to 10
 */
record Decile(String edition, int number) {

    private static final Pattern KEY = Pattern.compile("IMD(\\d{4})/(10|[1-9])");

    /** From its key as a slice, such as {@code IMD2019/1}. */
    static Optional<Decile> read(String key) {
        var read = KEY.matcher(key);
        return read.matches()
                ? Optional.of(new Decile(read.group(1), Integer.parseInt(read.group(2))))
                : Optional.empty();
    }
}

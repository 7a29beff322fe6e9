package org.anchors.kit.rows;

import java.util.List;

/**
 * How many of the next rows are taken at once, where rows may be large: memory is bounded by bytes, not by rows.
 *
 * @param rows as many as are light enough together; one at least, if there is one, however large it is
 * @param more whether there are rows behind them
 */
public record Load(int rows, boolean more) {

    /** What rows taken at once may come to, in bytes, where there are several. */
    public static final int LARGEST = 4_000_000;

    /**
     * The load that begins with the next row.
     *
     * @param sizes of the next rows in bytes, in their order; up to one more than {@code most}, which tells that there are more
     * @param most rows, however small they are
     */
    public static Load of(List<Long> sizes, int most) {
        var taken = 0;
        var bytes = 0L;
        while (taken < Math.min(sizes.size(), most) && (taken == 0 || bytes + sizes.get(taken) <= LARGEST)) {
            bytes += sizes.get(taken);
            taken++;
        }
        return new Load(taken, taken < sizes.size());
    }
}

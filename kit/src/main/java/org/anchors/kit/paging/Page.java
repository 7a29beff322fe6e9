package org.anchors.kit.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what is on this page
 * @param next cursor for the query parameter {@code after} of the next page; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int LARGEST = 200;
    public static final String USUAL = "50";

    /**
     * Makes a page of what was found.
     *
     * @param found up to one item more than the page holds, which tells that there is a next page
     * @param limit how many items the page holds
     * @param position the item's place in the list's order
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> position) {
        return found.size() <= limit ? of(found, false, position) : of(found.subList(0, limit), true, position);
    }

    /**
     * Makes a page that may end before its limit, because its items are large.
     *
     * @param more whether there are items behind these
     * @param position the item's place in the list's order
     */
    public static <T> Page<T> of(List<T> items, boolean more, Function<T, String> position) {
        return new Page<>(items, more ? encode(position.apply(items.getLast())) : null);
    }

    /** The limit as asked for, refused outside 1 to 200. */
    public static int limit(int asked) {
        return limit(asked, LARGEST);
    }

    /** The limit as asked for, of a list whose items cost more than most. */
    public static int limit(int asked, int largest) {
        if (asked < 1 || asked > largest) {
            throw refused("limit", Integer.toString(asked), "Ask for 1 to %d.".formatted(largest));
        }
        return asked;
    }

    /** The place behind which the page starts; the empty text for the first page. */
    public static String after(@Nullable String cursor) {
        if (cursor == null) {
            return "";
        }
        try {
            var position = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (position.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("U+0000, which PostgreSQL does not take");
            }
            return position;
        } catch (IllegalArgumentException notOurs) {
            throw refused("after", cursor, "Use the value of next from the page before.");
        }
    }

    /** The number behind which the page starts, for a list that is ordered by one; 0 for the first page. */
    public static long afterNumber(@Nullable String cursor) {
        var position = after(cursor);
        try {
            return position.isEmpty() ? 0 : Long.parseLong(position);
        } catch (NumberFormatException notANumber) {
            throw foreign(position);
        }
    }

    /** A cursor that is well-formed and was not made by this list. */
    public static Refused foreign(String position) {
        return refused("after", position, "Use the value of next from the page before.");
    }

    private static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static Refused refused(String parameter, String given, String mend) {
        return Refused.ofParameter(CommonRefusal.INVALID_REQUEST, parameter, "form", given, mend);
    }
}

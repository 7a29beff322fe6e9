package org.anchors.kit.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @Test
    void leadsThroughTheWholeListOnce() {
        var all = Stream.of("a", "b/ß", "c d", "d€", "e").toList();
        var read = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var page = pageBehind(all, Page.after(cursor));
            read.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertEquals(all, read);
    }

    @Test
    void hasNoNextOneWhenTheListEndsWithIt() {
        assertNull(Page.of(List.of("a", "b"), 2, item -> item).next());
        assertNull(Page.of(List.<String>of(), 2, item -> item).next());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 201, Integer.MAX_VALUE})
    void holdsOneToTwoHundred(int limit) {
        var refused = assertThrows(Refused.class, () -> Page.limit(limit));
        assertEquals(CommonRefusal.INVALID_REQUEST, refused.refusal());
        assertEquals("?limit", refused.faults().getFirst().at());
        assertEquals(1, Page.limit(1));
        assertEquals(200, Page.limit(200));
    }

    /** The last one is the character U+0000, which PostgreSQL refuses. */
    @ParameterizedTest
    @ValueSource(strings = {"*", "a b", "a", "AA"})
    void refusesACursorThatIsNotItsOwn(String cursor) {
        var refused = assertThrows(Refused.class, () -> Page.after(cursor));
        assertEquals("?after", refused.faults().getFirst().at());
    }

    private static Page<String> pageBehind(List<String> all, String after) {
        var found =
                all.stream().filter(item -> item.compareTo(after) > 0).limit(3).toList();
        return Page.of(found, 2, item -> item);
    }
}

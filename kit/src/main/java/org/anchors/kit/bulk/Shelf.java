package org.anchors.kit.bulk;

import java.util.concurrent.atomic.AtomicLong;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;

/** Where received files lie: only so many bytes fit at once, whoever sends them. */
final class Shelf {

    private final AtomicLong free;

    Shelf(long room) {
        this.free = new AtomicLong(room);
    }

    Place place() {
        return new Place();
    }

    /** Where one file lies; closing it gives the room back. */
    final class Place implements AutoCloseable {

        private final AtomicLong taken = new AtomicLong();

        private Place() {}

        /** Takes room for more bytes of the file; where there is none, whoever sends it is asked to come again. */
        void grow(int bytes) {
            taken.addAndGet(bytes);
            if (free.addAndGet(-bytes) < 0) {
                throw new Refused(
                        CommonRefusal.NO_ROOM,
                        "Other files are being taken in, as many as there is room for. Nothing of this one was kept; send it again.");
            }
        }

        @Override
        public void close() {
            free.addAndGet(taken.getAndSet(0));
        }
    }
}

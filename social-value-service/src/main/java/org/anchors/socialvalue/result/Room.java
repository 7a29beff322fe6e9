package org.anchors.socialvalue.result;

/** How much may still be tried in one request; what finds no room is left to whoever asks for it. */
final class Room {

    private int left;

    Room(int bytes) {
        this.left = bytes;
    }

    boolean take(int bytes) {
        if (bytes > left) {
            return false;
        }
        left -= bytes;
        return true;
    }
}

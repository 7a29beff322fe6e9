package org.anchors.e2e;

import java.util.UUID;

/**
 * Something that is to be posted, once.
 *
 * @param name what it is called where it fails
 * @param path where it is posted
 * @param key its idempotency key, the same for every attempt
 */
record Sending(String name, Caller caller, String path, String key, String body) {

    static Sending of(String name, Caller caller, String path, String body) {
        return new Sending(name, caller, path, UUID.randomUUID().toString(), body);
    }
}

package org.anchors.kit.idempotency;

/**
 * Makes what is kept of an {@code Idempotency-Key}: what a client makes up may be words about somebody. A service that has a secret
 * makes it under that, so that a short key cannot be found by trying.
 */
public interface KeyDigest {

    /**
     * The digest of a key.
     *
     * @param key the caller and the caller's key, so that nobody learns anything of another's
     */
    String of(String key);
}

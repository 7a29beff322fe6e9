package org.anchors.employment.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.anchors.kit.bulk.RunningDigest;

/**
 * A secret that is not in the database. For each of its uses there is a key of its own, derived from it: one wraps the keys of
 * pseudonyms (AES-256-GCM), another one makes digests of bodies about people.
 */
final class MasterKey {

    private static final int SHORTEST = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_LETTERS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final byte[] wrapping;
    private final byte[] digests;

    MasterKey(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalStateException("A master key has %d characters at least".formatted(SHORTEST));
        }
        this.id = HexFormat.of()
                .formatHex(derived("anchors master key 1", secret))
                .substring(0, ID_LETTERS);
        this.wrapping = derived("anchors pseudonyms 1", secret);
        this.digests = derived("anchors digests 1", secret);
    }

    private static byte[] derived(String use, String secret) {
        return Keyed.mac(use.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells it from other master keys, and says nothing of it. */
    String id() {
        return id;
    }

    RunningDigest digest() {
        return new Keyed(digests.clone()).running();
    }

    /** Wraps the key of a scope. */
    byte[] wrapped(byte[] key, String scope) {
        try {
            var nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, scope).doFinal(key);
            var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES", impossible);
        }
    }

    /** The key of a scope; empty where another master key wrapped it. */
    Optional<byte[]> unwrapped(byte[] wrapped, String scope) {
        try {
            var nonce = Arrays.copyOf(wrapped, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, scope)
                    .doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES));
        } catch (GeneralSecurityException otherMaster) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String scope) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(wrapping, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(scope.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

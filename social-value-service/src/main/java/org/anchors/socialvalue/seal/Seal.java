package org.anchors.socialvalue.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Shuts and opens content with one key: AES-256 in GCM, so that what was changed or put elsewhere does not open. */
public final class Seal {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte FORM = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] key;

    private Seal(byte[] key) {
        this.key = key;
    }

    /** A seal whose key follows from a secret text. */
    static Seal ofSecret(String secret) {
        return new Seal(mac(secret.getBytes(StandardCharsets.UTF_8), "anchors sealing keys"));
    }

    static Seal ofKey(byte[] key) {
        return new Seal(key.clone());
    }

    static byte[] newKey() {
        return random(KEY_BYTES);
    }

    /**
     * Shuts content.
     *
     * @param place where it belongs; it opens only under the same
     */
    public byte[] shut(String place, byte[] content) {
        var nonce = random(NONCE_BYTES);
        try {
            var shut = cipher(Cipher.ENCRYPT_MODE, place, nonce).doFinal(content);
            var sealed = new byte[1 + NONCE_BYTES + shut.length];
            sealed[0] = FORM;
            System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
            System.arraycopy(shut, 0, sealed, 1 + NONCE_BYTES, shut.length);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES in GCM", impossible);
        }
    }

    /** Opens what was shut at a place. */
    public byte[] open(String place, byte[] sealed) {
        try {
            var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, place, nonce)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "What was sealed at %s does not open: it was changed, or anchors.seal.key is another"
                            .formatted(place),
                    broken);
        }
    }

    /** A name for a text that tells nothing about it to whoever lacks the key. */
    String nameOf(String text) {
        return HexFormat.of().formatHex(mac(key, text));
    }

    private Cipher cipher(int mode, String place, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256", impossible);
        }
    }

    private static byte[] random(int bytes) {
        var made = new byte[bytes];
        RANDOM.nextBytes(made);
        return made;
    }
}

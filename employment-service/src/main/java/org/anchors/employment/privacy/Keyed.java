package org.anchors.employment.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.anchors.kit.bulk.RunningDigest;

/** Pseudonyms under one key. */
public final class Keyed {

    private static final String HMAC = "HmacSHA256";

    private final Mac mac;

    Keyed(byte[] key) {
        this.mac = keyed(key);
        Arrays.fill(key, (byte) 0);
    }

    /** The pseudonym of a reference; the same for the same reference, however its characters are composed. */
    public byte[] of(String reference) {
        return mac.doFinal(
                Normalizer.normalize(reference.strip(), Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8));
    }

    /** A digest that is fed piece by piece. */
    public RunningDigest running() {
        return new Running(mac);
    }

    private static final class Running implements RunningDigest {
        private final Mac mac;

        private Running(Mac mac) {
            this.mac = mac;
        }

        @Override
        public void update(byte[] buffer, int length) {
            mac.update(buffer, 0, length);
        }

        @Override
        public String end() {
            return HexFormat.of().formatHex(mac.doFinal());
        }
    }

    static byte[] mac(byte[] key, byte[] text) {
        return keyed(key).doFinal(text);
    }

    private static Mac keyed(byte[] key) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", impossible);
        }
    }
}

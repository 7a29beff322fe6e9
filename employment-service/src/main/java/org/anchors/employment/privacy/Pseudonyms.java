package org.anchors.employment.privacy;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.anchors.kit.bulk.RunningDigest;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Turns what a provider calls somebody into a pseudonym: HMAC-SHA-256 under a key of the programme. The keys are wrapped
 * (AES-256-GCM) by a master key that is not in the database; a key that is destroyed leaves nothing by which a reference leads to
 * its pseudonym again. See docs/decisions/0022.
 */
@ApplicationScoped
public class Pseudonyms {

    /** The scope of the key that providers share who agreed to recognise people in each other's programmes. */
    public static final String SHARED = "*shared*";

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String AES = "AES";

    private final EntityManager database;
    private final Clock clock;
    private final Optional<String> master;
    private final SecureRandom random = new SecureRandom();

    Pseudonyms(
            EntityManager database,
            Clock clock,
            @ConfigProperty(name = "anchors.employment.master-key") Optional<String> master) {
        this.database = database;
        this.clock = clock;
        this.master = master;
    }

    /** Without its master key the service does not start: it would take no participant. */
    void requireMasterKey(@Observes StartupEvent started) {
        masterKey();
    }

    /** Makes the key of a scope, which has none yet, in the present transaction. */
    public void make(String scope) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        database.createNativeQuery("""
                        insert into pseudonym_key (scope, wrapped, made_at) values (:scope, :wrapped, :at)
                        on conflict (scope) do nothing
                        """)
                .setParameter("scope", scope)
                .setParameter("wrapped", wrapped(key, scope))
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    /** The pseudonyms of a scope; refused when its key was destroyed. */
    public Keyed under(String scope) {
        List<?> found = database.createNativeQuery(
                        "select wrapped from pseudonym_key where scope = :scope", byte[].class)
                .setParameter("scope", scope)
                .getResultList();
        if (found.isEmpty() || !(found.getFirst() instanceof byte[] wrapped)) {
            throw new Refused(
                    PrivacyRefusal.KEY_DESTROYED,
                    "The key of its participants was destroyed when its records had been kept for long enough; nothing can"
                            + " be added to it.");
        }
        return new Keyed(unwrapped(wrapped, scope));
    }

    /** The pseudonyms of those of some scopes whose key was not destroyed. */
    public Map<String, Keyed> underAll(Collection<String> scopes) {
        List<?> rows = database.createNativeQuery(
                        "select scope, wrapped from pseudonym_key where scope = any (:scopes) and wrapped is not null",
                        Tuple.class)
                .setParameter("scopes", scopes.toArray(String[]::new))
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(
                        row -> row.get("scope", String.class),
                        row -> new Keyed(unwrapped(row.get("wrapped", byte[].class), row.get("scope", String.class)))));
    }

    /** Destroys the key of a scope. */
    public boolean destroy(String scope) {
        return database.createNativeQuery("""
                                update pseudonym_key set wrapped = null, destroyed_at = :at
                                where scope = :scope and wrapped is not null
                                """)
                        .setParameter("scope", scope)
                        .setParameter("at", clock.instant())
                        .executeUpdate()
                > 0;
    }

    /** Tells a body from any other, for whoever holds the master key only. */
    public String digest(byte[] body) {
        return HexFormat.of().formatHex(Keyed.mac(masterKey(), body));
    }

    /** The key for digests, for bodies that are read piece by piece. */
    public RunningDigest digest() {
        return new Keyed(masterKey()).running();
    }

    private byte[] wrapped(byte[] key, String scope) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, scope).doFinal(key);
            var all = new byte[NONCE_BYTES + sealed.length];
            System.arraycopy(nonce, 0, all, 0, NONCE_BYTES);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES", impossible);
        }
    }

    private byte[] unwrapped(byte[] wrapped, String scope) {
        try {
            var nonce = Arrays.copyOf(wrapped, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, scope)
                    .doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
        } catch (GeneralSecurityException otherMaster) {
            throw new IllegalStateException("The master key is not the one under which keys were wrapped", otherMaster);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String scope) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(masterKey(), AES), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(scope.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] masterKey() {
        var secret = master.filter(text -> text.length() >= KEY_BYTES / 2)
                .orElseThrow(() -> new IllegalStateException(
                        "anchors.employment.master-key is not set, or has fewer than 16 characters"));
        return Keyed.mac(
                "anchors pseudonyms 1".getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}

package org.anchors.employment.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anchors.kit.bulk.RunningDigest;
import org.anchors.kit.refusal.Refused;

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

    private final EntityManager database;
    private final Clock clock;
    private final MasterKeys masters;
    private final SecureRandom random = new SecureRandom();

    Pseudonyms(EntityManager database, Clock clock, MasterKeys masters) {
        this.database = database;
        this.clock = clock;
        this.masters = masters;
    }

    /**
     * Makes the key of a scope, where it has none or its key was destroyed, in the present transaction. A key that is there is not
     * locked: everybody who registers a shared reference asks for the same one.
     */
    public void make(String scope) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        database.createNativeQuery("""
                        insert into pseudonym_key (scope, wrapped, master, made_at) select :scope, :wrapped, :master, :at
                        where not exists (select from pseudonym_key where scope = :scope and wrapped is not null)
                        on conflict (scope) do update set wrapped = excluded.wrapped, master = excluded.master,
                          made_at = excluded.made_at, destroyed_at = null where pseudonym_key.wrapped is null
                        """)
                .setParameter("scope", scope)
                .setParameter("wrapped", masters.present().wrapped(key, scope))
                .setParameter("master", masters.present().id())
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    /** The pseudonyms of a scope; refused when its key was destroyed. */
    public Keyed under(String scope) {
        List<?> found = database.createNativeQuery("select wrapped from pseudonym_key where scope = :scope")
                .setParameter("scope", scope)
                .getResultList();
        if (found.isEmpty() || !(found.getFirst() instanceof byte[] wrapped)) {
            throw new Refused(
                    PrivacyRefusal.KEY_DESTROYED,
                    "The key of its participants was destroyed when its records had been kept for long enough; nothing can"
                            + " be added to it.");
        }
        return new Keyed(masters.unwrapped(wrapped, scope));
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
                        row -> new Keyed(
                                masters.unwrapped(row.get("wrapped", byte[].class), row.get("scope", String.class)))));
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
        var digest = digest();
        digest.update(body, body.length);
        return digest.end();
    }

    /** The same for bodies that are read piece by piece. */
    public RunningDigest digest() {
        return masters.present().digest();
    }
}

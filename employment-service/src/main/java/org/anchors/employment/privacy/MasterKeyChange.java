package org.anchors.employment.privacy;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.anchors.kit.audit.Audit;

/**
 * Wraps the keys of pseudonyms anew when the service starts under another master key than before: those that the key before, which
 * has to be given then too, had wrapped. The service does not start with a key that it cannot read.
 */
@ApplicationScoped
class MasterKeyChange {

    private final EntityManager database;
    private final MasterKeys masters;
    private final Audit audit;

    MasterKeyChange(EntityManager database, MasterKeys masters, Audit audit) {
        this.database = database;
        this.masters = masters;
        this.audit = audit;
    }

    @Transactional
    public void onStart(@Observes StartupEvent started) {
        wrapAnew();
    }

    /** Answers how many keys were wrapped anew. */
    @Transactional
    public int wrapAnew() {
        List<?> rows = database.createNativeQuery("""
                        select scope, wrapped from pseudonym_key
                        where wrapped is not null and master is distinct from :master order by scope for update
                        """, Tuple.class)
                .setParameter("master", masters.present().id())
                .getResultList();
        rows.stream()
                .map(Tuple.class::cast)
                .forEach(row -> wrapAnew(row.get("scope", String.class), row.get("wrapped", byte[].class)));
        if (!rows.isEmpty()) {
            audit.record("pseudonym-keys-wrapped-anew", "pseudonym-keys", Map.of("keys", rows.size()));
        }
        return rows.size();
    }

    private void wrapAnew(String scope, byte[] wrapped) {
        var key = masters.unwrapped(wrapped, scope);
        database.createNativeQuery("update pseudonym_key set wrapped = :wrapped, master = :master where scope = :scope")
                .setParameter("wrapped", masters.present().wrapped(key, scope))
                .setParameter("master", masters.present().id())
                .setParameter("scope", scope)
                .executeUpdate();
        Arrays.fill(key, (byte) 0);
    }
}

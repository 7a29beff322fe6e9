package org.anchors.charter.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.platform.Sha256;
import org.jboss.logging.Logger;

/** Remembers which reference files have been loaded, by their content. */
@ApplicationScoped
class ReferenceFiles {

    private static final Logger LOG = Logger.getLogger(ReferenceFiles.class);

    private final EntityManager database;
    private final Audit audit;
    private final Clock clock;

    ReferenceFiles(EntityManager database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Several replicas may start at once; one loads, the others find it done. */
    void waitForOthers() {
        database.createNativeQuery("lock table reference_file in share row exclusive mode")
                .executeUpdate();
    }

    /** The report as known on an instant before the platform first ran speaks of the same organisations. */
    void countFirstLoadAsAlwaysKnown() {
        database.createNativeQuery("""
                        select set_config('anchors.known_since', '1970-01-01T00:00:00Z', true)
                        where not exists (select from reference_file)
                        """).getResultList();
    }

    void once(String file, Consumer<String> load) {
        var text = ReferenceData.read(file);
        var digest = Sha256.of(text);
        if (isLoaded(file, digest)) {
            return;
        }
        load.accept(text);
        database.createNativeQuery("""
                        insert into reference_file (file, digest, loaded_at) values (:file, :digest, :at)
                        on conflict (file) do update set digest = excluded.digest, loaded_at = excluded.loaded_at
                        """)
                .setParameter("file", file)
                .setParameter("digest", digest)
                .setParameter("at", clock.instant())
                .executeUpdate();
        audit.record("reference-data-loaded", "reference/" + file, Map.of("digest", digest));
        LOG.infof("Loaded %s", file);
    }

    private boolean isLoaded(String file, String digest) {
        return !database.createNativeQuery("select file from reference_file where file = :file and digest = :digest")
                .setParameter("file", file)
                .setParameter("digest", digest)
                .getResultList()
                .isEmpty();
    }
}

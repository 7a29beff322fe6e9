package org.anchors.socialvalue.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.anchors.kit.rows.Rows;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that shut the bids of procurements. Each procurement has one of its own, which stands in the database shut by a key
 * that the database does not hold: {@code anchors.seal.key}, a secret text that every replica is given. A backup, a replica and a
 * look into the tables show nothing of a bid.
 */
@ApplicationScoped
public class SealingKeys {

    private final Rows rows;
    private final Seal master;

    SealingKeys(Rows rows, @ConfigProperty(name = "anchors.seal.key") String secret) {
        this.rows = rows;
        this.master = Seal.ofSecret(secret);
    }

    /** Makes the key of a procurement. */
    public void make(UUID procurement) {
        rows.change(
                "insert into sealing_key (procurement, sealed) values (?, ?)",
                procurement,
                master.shut(procurement.toString(), Seal.newKey()));
    }

    /** What shuts and opens the bids of a procurement. */
    public Seal of(UUID procurement) {
        var sealed = rows.first(
                        "select sealed from sealing_key where procurement = ?", row -> row.getBytes(1), procurement)
                .orElseThrow(() -> new IllegalStateException("The procurement %s has no key".formatted(procurement)));
        return Seal.ofKey(master.open(procurement.toString(), sealed));
    }

    /** A name for a text about a procurement that tells nothing about it to whoever lacks the secret. */
    public String nameOf(UUID procurement, String text) {
        return master.nameOf(procurement + "/" + text);
    }

    /** What was shut with it stays shut for ever. */
    public void destroy(UUID procurement) {
        rows.change("delete from sealing_key where procurement = ?", procurement);
    }
}

package org.anchors.kit.idempotency;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import org.anchors.kit.platform.Sha256;

/** The digest of a service that has no secret for it; V0003 made the same of the keys before. */
@DefaultBean
@ApplicationScoped
class PlainDigest implements KeyDigest {

    @Override
    public String of(String key) {
        return Sha256.of(key);
    }
}

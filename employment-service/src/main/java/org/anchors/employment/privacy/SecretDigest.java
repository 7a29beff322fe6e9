package org.anchors.employment.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.anchors.kit.idempotency.KeyDigest;

/** The digest of a client's key under the master key. */
@ApplicationScoped
class SecretDigest implements KeyDigest {

    private final MasterKeys masters;

    SecretDigest(MasterKeys masters) {
        this.masters = masters;
    }

    @Override
    public String of(String key) {
        var bytes = key.getBytes(StandardCharsets.UTF_8);
        var digest = masters.present().digest();
        digest.update(bytes, bytes.length);
        return digest.end();
    }
}

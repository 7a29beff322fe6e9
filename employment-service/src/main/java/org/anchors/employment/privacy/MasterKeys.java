package org.anchors.employment.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The master key, and the one before it while keys that it wrapped are to be wrapped anew. */
@ApplicationScoped
class MasterKeys {

    private final MasterKey present;
    private final Optional<MasterKey> before;

    MasterKeys(
            @ConfigProperty(name = "anchors.employment.master-key") Optional<String> present,
            @ConfigProperty(name = "anchors.employment.master-key-before") Optional<String> before) {
        this.present = present.map(MasterKey::new)
                .orElseThrow(() -> new IllegalStateException("anchors.employment.master-key is not set"));
        this.before = before.map(MasterKey::new);
    }

    MasterKey present() {
        return present;
    }

    /** A key that one of them wrapped. */
    byte[] unwrapped(byte[] wrapped, String scope) {
        return present.unwrapped(wrapped, scope)
                .or(() -> before.flatMap(master -> master.unwrapped(wrapped, scope)))
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Keys of pseudonyms were wrapped under another master key; give it as anchors.employment.master-key-before"));
    }
}

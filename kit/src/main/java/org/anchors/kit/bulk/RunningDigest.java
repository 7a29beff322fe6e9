package org.anchors.kit.bulk;

import java.util.HexFormat;
import org.anchors.kit.platform.Sha256;

/** Tells a body from any other; it is fed piece by piece. */
public interface RunningDigest {

    /** Feeds it the first bytes of a buffer, so many of them. */
    void update(byte[] buffer, int length);

    /** The digest of what it was fed, in hexadecimal. */
    String end();

    /** SHA-256, which anybody can compute. */
    static RunningDigest sha256() {
        var sha = Sha256.running();
        return new RunningDigest() {
            @Override
            public void update(byte[] buffer, int length) {
                sha.update(buffer, 0, length);
            }

            @Override
            public String end() {
                return HexFormat.of().formatHex(sha.digest());
            }
        };
    }
}

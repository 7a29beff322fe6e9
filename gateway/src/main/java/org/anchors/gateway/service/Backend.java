package org.anchors.gateway.service;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where one service can be reached, such as {@code anchors.charter.url=http://127.0.0.1:18081}. */
@ConfigMapping(prefix = "anchors.charter")
public interface Backend {

    /** Scheme, host and port; a path would be ignored. */
    URI url();
}

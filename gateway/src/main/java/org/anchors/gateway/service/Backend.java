package org.anchors.gateway.service;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;

/** Where one service can be reached, such as {@code anchors.charter.url=http://127.0.0.1:18081}. */
@ConfigMapping(prefix = "anchors.charter")
public interface Backend {

    /** Scheme, host and port of each replica; a path would be ignored. One that stands for many does the spreading itself. */
    List<URI> url();
}

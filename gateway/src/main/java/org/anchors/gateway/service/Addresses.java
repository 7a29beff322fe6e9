package org.anchors.gateway.service;

import io.vertx.core.http.RequestOptions;
import java.net.URI;

/** Where a request to a replica goes. */
final class Addresses {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Addresses() {}

    static RequestOptions of(URI replica) {
        var secure = "https".equals(replica.getScheme());
        var usual = secure ? HTTPS : HTTP;
        return new RequestOptions()
                .setHost(replica.getHost())
                .setPort(replica.getPort() > 0 ? replica.getPort() : usual)
                .setSsl(secure);
    }
}

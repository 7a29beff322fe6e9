package org.anchors.deployment;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks a program of this container whether it is ready: what an engine without probes of its own runs from time to time. The
 * images have neither a shell nor a client for HTTP to do it with.
 */
public final class Ready {

    private static final int PATIENCE_MILLIS = 4_000;

    private Ready() {}

    /** Ends with 0 when the address answers 200, with 1 when it does not. */
    public static void main(String[] addresses) {
        System.exit(isReady(addresses[0]) ? 0 : 1);
    }

    static boolean isReady(String address) {
        try {
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException away) {
            return false;
        }
    }
}

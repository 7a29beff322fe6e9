package org.anchors.deployment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class ReadyTest {

    @Test
    void aProgramThatAnswers200IsReady() throws IOException {
        assertTrue(isReady(200));
    }

    @Test
    void aProgramThatAnswers503IsNot() throws IOException {
        assertFalse(isReady(503));
    }

    @Test
    void aProgramThatDoesNotListenIsNot() throws IOException {
        var server = listening(200);
        server.stop(0);
        assertFalse(Ready.isReady(addressOf(server)));
    }

    private static boolean isReady(int status) throws IOException {
        var server = listening(status);
        try {
            return Ready.isReady(addressOf(server));
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer listening(int status) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String addressOf(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/q/health/ready";
    }
}

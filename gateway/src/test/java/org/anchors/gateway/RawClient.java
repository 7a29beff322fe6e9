package org.anchors.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says exactly what it is told to say, over one connection, from an address of its choice. */
final class RawClient implements AutoCloseable {

    record Answer(int status, String head, String body) {
        @Nullable
        String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }
    }

    private final Socket socket = new Socket();
    private InputStream heard = InputStream.nullInputStream();

    RawClient() {
        this("127.0.0.1");
    }

    RawClient(String from) {
        this(from, Client.port());
    }

    RawClient(String from, int port) {
        try {
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setTcpNoDelay(true);
            heard = new BufferedInputStream(socket.getInputStream());
            socket.setSoTimeout(20_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request without a body, and its answer. */
    Answer ask(String requestLine, String... headers) {
        var head = new StringBuilder(requestLine).append(" HTTP/1.1\r\nHost: gateway\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        say(head.append("\r\n").toString());
        return hear();
    }

    RawClient say(String text) {
        return say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient say(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer hear() {
        try {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) next());
            }
            var status = Integer.parseInt(head.substring(9, 12));
            var answer = new Answer(status, head.toString(), "");
            var length = answer.header("content-length");
            var bytes = length == null ? new byte[0] : heard.readNBytes(Integer.parseInt(length));
            return new Answer(status, head.toString(), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next byte as it comes. */
    int next() throws IOException {
        var read = heard.read();
        if (read < 0) {
            throw new IOException("The connection was closed");
        }
        return read;
    }

    /** Whether the other side has closed the connection. */
    boolean isClosed() {
        try {
            return heard.read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

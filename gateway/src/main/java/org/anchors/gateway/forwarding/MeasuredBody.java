package org.anchors.gateway.forwarding;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request's body that breaks off as soon as it is longer than it may be. */
final class MeasuredBody implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final long limit;
    private long read;
    private @Nullable Handler<Throwable> whenBroken;

    MeasuredBody(HttpServerRequest request, long limit) {
        this.request = request;
        this.limit = limit;
    }

    /** Whether more has come than may come. */
    boolean isTooLarge() {
        return read > limit;
    }

    @Override
    public MeasuredBody handler(@Nullable Handler<Buffer> next) {
        request.handler(next == null ? null : piece -> measure(piece, next));
        return this;
    }

    private void measure(Buffer piece, Handler<Buffer> next) {
        if (isTooLarge()) {
            return;
        }
        read += piece.length();
        if (!isTooLarge()) {
            next.handle(piece);
        } else if (whenBroken != null) {
            whenBroken.handle(new IllegalStateException("More than %d bytes".formatted(limit)));
        }
    }

    @Override
    public MeasuredBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        whenBroken = handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public MeasuredBody endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(handler);
        return this;
    }

    @Override
    public MeasuredBody pause() {
        request.pause();
        return this;
    }

    @Override
    public MeasuredBody resume() {
        request.resume();
        return this;
    }

    @Override
    public MeasuredBody fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}

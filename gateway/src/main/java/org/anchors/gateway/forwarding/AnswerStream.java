package org.anchors.gateway.forwarding;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a service's answer. When it breaks off, so does the client's connection, which is the only way left to say
 * that the answer is incomplete.
 *
 * <p>The proxy would reset the response instead; then Vert.x tells nobody that the request is over, so that it would be
 * missing in the access log and a shutdown would wait for it.
 */
final class AnswerStream implements ReadStream<Buffer> {

    private final ReadStream<Buffer> answer;
    private final HttpConnection client;

    AnswerStream(ReadStream<Buffer> answer, HttpConnection client) {
        this.answer = answer;
        this.client = client;
    }

    @Override
    public AnswerStream exceptionHandler(@Nullable Handler<Throwable> handler) {
        answer.exceptionHandler(handler == null ? null : failure -> client.close());
        return this;
    }

    @Override
    public AnswerStream handler(@Nullable Handler<Buffer> handler) {
        answer.handler(handler);
        return this;
    }

    @Override
    public AnswerStream endHandler(@Nullable Handler<Void> handler) {
        answer.endHandler(handler);
        return this;
    }

    @Override
    public AnswerStream pause() {
        answer.pause();
        return this;
    }

    @Override
    public AnswerStream resume() {
        answer.resume();
        return this;
    }

    @Override
    public AnswerStream fetch(long amount) {
        answer.fetch(amount);
        return this;
    }
}

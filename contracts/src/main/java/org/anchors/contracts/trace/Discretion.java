package org.anchors.contracts.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.List;

/**
 * Takes out of spans what may be about a person: the values of a query, what a path calls a person, and where and with what
 * somebody asks. Operation, status,
 * time and the text of SQL without its values stay.
 */
public final class Discretion implements SpanProcessor {

    private static final String LEFT_OUT = "-";
    private static final List<AttributeKey<String>> PRIVATE = List.of(
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("network.peer.address"),
            AttributeKey.stringKey("user_agent.original"));
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final AttributeKey<String> URL = AttributeKey.stringKey("url.full");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (var key : PRIVATE) {
            if (span.getAttribute(key) != null) {
                span.setAttribute(key, LEFT_OUT);
            }
        }
        var path = span.getAttribute(PATH);
        if (path != null) {
            span.setAttribute(PATH, SentPath.shown(path));
        }
        var url = span.getAttribute(URL);
        if (url != null) {
            span.setAttribute(URL, SentPath.shown(withoutQuery(url)));
        }
    }

    static String withoutQuery(String url) {
        var query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}

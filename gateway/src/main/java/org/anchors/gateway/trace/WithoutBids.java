package org.anchors.gateway.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.regex.Pattern;

/** How many bids are lodged is nobody's business before their deadline, so no trace begins with a request for them (0018). */
final class WithoutBids implements Sampler {

    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final Pattern BIDS = Pattern.compile(".*/procurements/[^/]+/bids(/.*)?");

    private final Sampler others;

    WithoutBids(Sampler others) {
        this.others = others;
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        var path = attributes.get(PATH);
        return path != null && BIDS.matcher(path).matches()
                ? SamplingResult.drop()
                : others.shouldSample(parent, trace, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "All but bids, " + others.getDescription();
    }
}

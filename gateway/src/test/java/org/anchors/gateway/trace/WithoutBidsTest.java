package org.anchors.gateway.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/decisions/0018: how many bids are lodged shows in no trace. */
class WithoutBidsTest {

    private static final String PROCUREMENT = "/api/social-value/v1/procurements/1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                PROCUREMENT + "/bids",
                PROCUREMENT + "/bids/b-1/replacement",
                PROCUREMENT + "/%62id%73/b-1/replacement"
            })
    void recordsNoRequestForBids(String path) {
        assertEquals(
                SamplingDecision.DROP,
                decision(Attributes.builder().put("url.path", path).build()));
    }

    @Test
    void recordsNoRequestWhosePathCannotBeRead() {
        assertEquals(SamplingDecision.DROP, decision(Attributes.empty()));
    }

    @Test
    void recordsOthers() {
        assertEquals(
                SamplingDecision.RECORD_AND_SAMPLE,
                decision(Attributes.builder().put("url.path", PROCUREMENT).build()));
    }

    private static SamplingDecision decision(Attributes attributes) {
        return new WithoutBids(Sampler.alwaysOn())
                .shouldSample(
                        Context.root(),
                        "0af7651916cd43dd8448eb211c80319c",
                        "POST",
                        SpanKind.SERVER,
                        attributes,
                        List.of())
                .getDecision();
    }
}

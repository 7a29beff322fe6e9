package org.anchors.socialvalue.bid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.anchors.socialvalue.seal.Seal;
import org.jspecify.annotations.Nullable;

/** The two envelopes of a bid, the offer and the price. Both are filled up with spaces, so that their length says little. */
@ApplicationScoped
class Envelopes {

    private static final int OFFER_STEP = 4_096;
    private static final int PRICE_LENGTH = 32;

    private final ObjectMapper json;

    Envelopes(ObjectMapper json) {
        this.json = json;
    }

    byte[] shut(Seal seal, String bid, Offer offer) {
        try {
            var bytes = json.writeValueAsBytes(offer);
            var length = (bytes.length / OFFER_STEP + 1) * OFFER_STEP;
            return seal.shut(bid + "/offer", filled(bytes, length));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An offer can be written", impossible);
        }
    }

    byte[] shut(Seal seal, String bid, @Nullable BigDecimal price) {
        var text = price == null ? "" : price.toPlainString();
        return seal.shut(bid + "/price", filled(text.getBytes(StandardCharsets.UTF_8), PRICE_LENGTH));
    }

    Offer offer(Seal seal, String bid, byte[] sealed) {
        try {
            return json.readValue(seal.open(bid + "/offer", sealed), Offer.class);
        } catch (IOException impossible) {
            throw new IllegalStateException("An offer was written by this class", impossible);
        }
    }

    Optional<BigDecimal> price(Seal seal, String bid, byte[] sealed) {
        var text = new String(seal.open(bid + "/price", sealed), StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static byte[] filled(byte[] bytes, int length) {
        var filled = Arrays.copyOf(bytes, length);
        Arrays.fill(filled, bytes.length, length, (byte) ' ');
        return filled;
    }
}

package org.anchors.socialvalue.bid;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is said about a bid before it is opened, and only to whoever lodged it.
 *
 * @param reference a random name, which says nothing of how many bids there are
 * @param receivedAt by the database's clock; it decides the tie-break EARLIEST_BID
 */
@Schema(name = "BidReceipt", description = "That a bid was received. Keep the reference: it is given to nobody else.")
record Receipt(
        UUID procurement,

        @Schema(description = "A random name of the bid, needed to withdraw or replace it")
        String reference,

        @Schema(description = "When it was received, by the clock of the database")
        Instant receivedAt) {}

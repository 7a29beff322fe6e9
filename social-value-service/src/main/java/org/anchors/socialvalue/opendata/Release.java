package org.anchors.socialvalue.opendata;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of a contracting process; the names are those of OCDS 1.1. */
record Release(
        String ocid,
        String id,
        Instant date,
        List<String> tag,
        String initiationType,
        String language,
        Party.Reference buyer,
        List<Party> parties,
        Tender tender,
        Bids bids,
        List<Award> awards,
        List<Agreement> contracts) {

    /** What was bought, and how. */
    record Tender(
            String id,
            String title,
            String status,
            Money value,
            Span tenderPeriod,
            String awardCriteria,
            boolean hasSustainability,
            List<Sustainability> sustainability,
            List<Lot> lots) {}

    /** A lot with what it was judged by. */
    record Lot(
            String id,
            String title,
            String status,
            Money value,
            AwardCriteria awardCriteria,
            boolean hasSustainability,
            List<Sustainability> sustainability) {}

    /** How many bids there were. */
    record Bids(List<Statistic> statistics) {}

    /** A number of bids for a lot. */
    record Statistic(String id, String measure, BigDecimal value, String relatedLot) {}

    /** What was decided on a lot. */
    record Award(
            String id,
            String title,
            String status,
            Instant date,
            @Nullable Money value,
            List<Party.Reference> suppliers,
            List<String> relatedLots) {}

    /** A contract. */
    record Agreement(
            String id,
            String awardID,
            String title,
            String status,
            Span period,
            Money value,
            OffsetDateTime dateSigned,
            List<Metric> agreedMetrics,
            List<Document> documents,
            @Nullable Implementation implementation) {}

    /** Something to read about a contract. */
    record Document(String id, String title, String url, Instant datePublished) {}

    /** What came of a contract. */
    record Implementation(List<Metric> metrics) {}
}

package org.anchors.socialvalue.marking;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.paging.Page;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;
import org.anchors.socialvalue.evaluation.EvaluationsResource;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was agreed on about bids. */
@ApplicationScoped
public class Agreements {

    private static final String SAVE = """
            insert into consensus (procurement, bid, marks, gates, commitments, who, subject, at, number)
            values (?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, (select coalesce(max(number), 0) + 1 from consensus where procurement = ? and bid = ?))""";

    /** Of one lot, in bytes; docs/decisions/0032. The rest of a request is marks, commitments and the methodology. */
    private static final int LONGEST_REASONS = EvaluationsResource.LARGEST - 8_000_000;

    private final Rows rows;
    private final StrictJson strict;
    private final ObjectMapper json;

    Agreements(Rows rows, StrictJson strict, ObjectMapper json) {
        this.rows = rows;
        this.strict = strict;
        this.json = json;
    }

    /** What was agreed on about a bid. */
    public record Agreement(Map<String, GivenMark> marks, Map<String, GateDecision> gates, List<Ruling> rulings) {

        static final Agreement NONE = new Agreement(Map.of(), Map.of(), List.of());

        boolean failsAGate() {
            return gates.values().stream().anyMatch(gate -> !gate.passed());
        }
    }

    /** What was agreed on about a bid, as it is shown. */
    @Schema(name = "BidConsensus", description = "What was agreed on about a bid.")
    record View(
            String bid,

            @Schema(implementation = Map.class, description = "Mark and reason, by the keys of the questions")
            @JsonRawValue
            String marks,

            @Schema(
                    implementation = Map.class,
                    description = "Whether it passed, and why not, by the keys of the gates")
            @JsonRawValue
            String gates,

            @Schema(
                    type = SchemaType.ARRAY,
                    implementation = Ruling.class,
                    description = "Commitments that do not count, whatever the bidder says")
            @JsonRawValue
            String commitments) {}

    /** Adds what was agreed on, which is in force from now on; what was agreed on before is kept. */
    void save(UUID procurement, List<MarkedBid.Agreed> bids, Caller by, Instant at) {
        rows.changeEach(
                SAVE,
                bids.stream()
                        .map(bid -> new @Nullable Object[] {
                            procurement,
                            bid.bid(),
                            text(bid.marksOrNone()),
                            text(bid.gatesOrNone()),
                            text(bid.rulings()),
                            by.name(),
                            by.subject(),
                            at,
                            procurement,
                            bid.bid()
                        })
                        .toList());
    }

    /** Gives what was agreed on about each bid, one after the other, with the reference of the bid. */
    void each(UUID procurement, BiConsumer<String, Agreement> taker) {
        rows.each("""
                select bid, marks::text, gates::text, commitments::text from consensus_in_force
                where procurement = ? order by bid
                """, row -> taker.accept(row.getString("bid"), agreement(row)), procurement);
    }

    /** By the references of some bids. */
    Map<String, Agreement> of(UUID procurement, Collection<String> bids) {
        var found = new LinkedHashMap<String, Agreement>();
        rows.each(
                """
                select bid, marks::text, gates::text, commitments::text from consensus_in_force
                where procurement = ? and bid = any (?) order by bid
                """, row -> found.put(row.getString("bid"), agreement(row)), procurement, bids.toArray(String[]::new));
        return found;
    }

    /**
     * Refuses where the reasons for the bids of a lot are too long together to be scored; nothing of them is read into memory before.
     * Only reasons are counted: they are all that can still be shortened.
     */
    void requireRoom(UUID procurement) {
        var beyond = rows.all("""
                select bid.lot from bid join consensus_in_force agreed
                  on agreed.procurement = bid.procurement and agreed.bid = bid.reference
                where bid.procurement = ? and bid.state = 'OPENED' group by bid.lot
                having sum((
                  select coalesce(sum(octet_length(said ->> 'reason')), 0) from (
                    select value as said from jsonb_each(agreed.marks)
                    union all select value from jsonb_each(agreed.gates)
                    union all select value from jsonb_array_elements(agreed.commitments)) each)) > ? order by 1
                """, row -> row.getString(1), procurement, LONGEST_REASONS);
        if (!beyond.isEmpty()) {
            throw new Refused(
                    MarkingRefusal.REASONS_TOO_LONG,
                    "Shorten reasons, so that those given for the bids for a lot take at most %,d bytes: %s."
                            .formatted(LONGEST_REASONS, String.join(", ", beyond)));
        }
    }

    /** Nothing, where there was nothing to agree on. */
    public Agreement of(UUID procurement, String bid) {
        return rows.first("""
                        select marks::text, gates::text, commitments::text from consensus_in_force
                        where procurement = ? and bid = ?
                        """, this::agreement, procurement, bid).orElse(Agreement.NONE);
    }

    /** References of the bids of which commitments are ruled out. */
    Set<String> ruledOn(UUID procurement) {
        return Set.copyOf(rows.all(
                "select bid from consensus_in_force where procurement = ? and commitments <> '[]'",
                row -> row.getString(1),
                procurement));
    }

    /** By bid; those behind a reference, fewer than asked for where much was said of them. */
    Page<View> behind(UUID procurement, String reference, int most) {
        return shown(procurement, next(procurement, reference, most));
    }

    BidsOfAPage next(UUID procurement, String reference, int most) {
        var sizes = new LinkedHashMap<String, Long>();
        rows.each("""
                select bid, octet_length(marks::text) + octet_length(gates::text) + octet_length(commitments::text)
                from consensus_in_force where procurement = ? and bid > ? order by bid limit ?
                """, row -> sizes.put(row.getString(1), row.getLong(2)), procurement, reference, most + 1);
        return BidsOfAPage.of(sizes, most);
    }

    Page<View> shown(UUID procurement, BidsOfAPage bids) {
        var found = rows.all(
                """
                select bid, marks::text, gates::text, commitments::text from consensus_in_force
                where procurement = ? and bid = any (?) order by bid
                """,
                row -> new View(
                        row.getString("bid"),
                        row.getString("marks"),
                        row.getString("gates"),
                        row.getString("commitments")),
                procurement,
                bids.array());
        return Page.of(found, bids.more(), View::bid);
    }

    private Agreement agreement(ResultSet row) throws SQLException {
        return new Agreement(
                read(row.getString("marks"), new TypeReference<Map<String, GivenMark>>() {}),
                read(row.getString("gates"), new TypeReference<Map<String, GateDecision>>() {}),
                read(row.getString("commitments"), new TypeReference<List<Ruling>>() {}));
    }

    private <T> T read(String text, TypeReference<T> type) {
        return strict.<T>read(text.getBytes(StandardCharsets.UTF_8), type.getType())
                .value();
    }

    private String text(Object agreed) {
        try {
            return json.writeValueAsString(agreed);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What was agreed on can be written", impossible);
        }
    }
}

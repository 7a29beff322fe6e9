package org.anchors.socialvalue.marking;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.anchors.kit.paging.Page;
import org.anchors.kit.rows.Rows;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The marks that evaluators gave. */
@ApplicationScoped
class Sheets {

    private static final String SAVE = """
            insert into mark_sheet (procurement, account, bid, marks) values (?, ?, ?, ?::jsonb)
            on conflict (procurement, account, bid) do update set marks = excluded.marks""";

    private final Rows rows;
    private final ObjectMapper json;

    Sheets(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** What evaluators gave one bid. */
    @Schema(name = "BidMarks", description = "What evaluators gave one bid.")
    record OfBid(String bid, List<OfEvaluator> evaluators) {}

    /** What one evaluator gave one bid. */
    @Schema(name = "EvaluatorMarks", description = "What one evaluator gave one bid.")
    record OfEvaluator(
            String evaluator,

            @Schema(implementation = Map.class, description = "Mark and reason, by the keys of the questions")
            @JsonRawValue
            String marks) {}

    void save(UUID procurement, String account, List<MarkedBid> bids) {
        rows.changeEach(
                SAVE,
                bids.stream()
                        .map(bid -> new @Nullable Object[] {procurement, account, bid.bid(), text(bid.marks())})
                        .toList());
    }

    /** Which questions an evaluator has marked, for each bid. */
    Map<String, Collection<String>> marked(UUID procurement, String account) {
        var marked = new LinkedHashMap<String, Collection<String>>();
        rows.each(
                """
                select bid, jsonb_object_keys(marks) as question from mark_sheet
                where procurement = ? and account = ? order by bid
                """,
                row -> marked.computeIfAbsent(row.getString("bid"), bid -> new TreeSet<>())
                        .add(row.getString("question")),
                procurement,
                account);
        return marked;
    }

    /** What some evaluators gave, bid by bid; the bids behind a reference, fewer than asked for where much was said of them. */
    Page<OfBid> behind(UUID procurement, Collection<String> accounts, String reference, int most) {
        return shown(procurement, accounts, next(procurement, accounts, reference, most));
    }

    BidsOfAPage next(UUID procurement, Collection<String> accounts, String reference, int most) {
        var sizes = new LinkedHashMap<String, Long>();
        rows.each(
                """
                select bid, sum(octet_length(marks::text)) from mark_sheet
                where procurement = ? and account = any (string_to_array(?, ' ')) and bid > ?
                group by bid order by bid limit ?
                """,
                row -> sizes.put(row.getString(1), row.getLong(2)),
                procurement,
                String.join(" ", accounts),
                reference,
                most + 1);
        return BidsOfAPage.of(sizes, most);
    }

    Page<OfBid> shown(UUID procurement, Collection<String> accounts, BidsOfAPage bids) {
        return Page.of(read(procurement, accounts, bids), bids.more(), OfBid::bid);
    }

    private List<OfBid> read(UUID procurement, Collection<String> accounts, BidsOfAPage bids) {
        var found = new LinkedHashMap<String, List<OfEvaluator>>();
        rows.each(
                """
                select bid, account, marks::text from mark_sheet
                where procurement = ? and account = any (string_to_array(?, ' ')) and bid = any (?)
                order by bid, account
                """,
                row -> found.computeIfAbsent(row.getString("bid"), bid -> new ArrayList<>())
                        .add(new OfEvaluator(row.getString("account"), row.getString("marks"))),
                procurement,
                String.join(" ", accounts),
                bids.array());
        return found.entrySet().stream()
                .map(bid -> new OfBid(bid.getKey(), bid.getValue()))
                .toList();
    }

    private String text(Object marks) {
        try {
            return json.writeValueAsString(marks);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Marks can be written", impossible);
        }
    }
}

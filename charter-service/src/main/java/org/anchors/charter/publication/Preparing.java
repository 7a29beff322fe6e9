package org.anchors.charter.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.anchors.charter.consolidated.PublishableReports;
import org.anchors.charter.consolidated.PublishableReports.Publishable;
import org.anchors.charter.consolidated.PublishableReports.Selection;
import org.anchors.charter.consolidated.Withheld;
import org.anchors.charter.disclosure.Claim;
import org.anchors.charter.publication.WantedCheck.Accepted;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.refusal.Refused;

/** Makes a publication ready: reads the report, and holds it against everything published before. */
@ApplicationScoped
class Preparing {

    private final PublishableReports reports;
    private final PublishedClaims published;
    private final ObjectMapper json;
    private final Clock clock;

    Preparing(PublishableReports reports, PublishedClaims published, ObjectMapper json, Clock clock) {
        this.reports = reports;
        this.published = published;
        this.json = json.copy().setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
        this.clock = clock;
    }

    /**
     * A publication that nothing speaks against.
     *
     * @param claims what it says that was not published before
     */
    record Ready(Publication publication, String content, List<Claim> claims) {}

    Ready prepare(int number, Accepted accepted) {
        var wanted = accepted.wanted();
        var selection = selection(accepted);
        var report = reports.read(Publication.name(number), selection);
        if (!report.agrees()) {
            throw new Refused(PublicationRefusal.REPORTS_ARRIVING, "Nothing was published; send it again.");
        }
        var claims = new Guarded(number, accepted.policy()).newClaims(published, selection.year(), report);
        var publishedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var content = content(number, publishedAt, wanted, report);
        return new Ready(publication(number, selection, wanted, publishedAt, content), content, claims);
    }

    private static Selection selection(Accepted accepted) {
        var wanted = accepted.wanted();
        var filters = wanted.filtersOrNone();
        return new Selection(
                accepted.year(),
                filters.pillar(),
                filters.organisations(),
                accepted.at(),
                accepted.policy(),
                new Withheld(wanted.withheldOrNone()));
    }

    private static Publication publication(
            int number, Selection selection, Wanted wanted, Instant publishedAt, String content) {
        return new Publication(
                number,
                selection.year(),
                wanted.filtersOrNone(),
                selection.policy().label(),
                selection.at(),
                publishedAt,
                Sha256.of(content));
    }

    private String content(int number, Instant publishedAt, Wanted wanted, Publishable report) {
        ObjectNode content = json.createObjectNode();
        content.put("number", number);
        content.set("publishedAt", json.valueToTree(publishedAt));
        content.set("filters", json.valueToTree(wanted.filtersOrNone()));
        content.setAll(json.<ObjectNode>valueToTree(report.report()));
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A report can be written", impossible);
        }
    }
}

package org.anchors.charter.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.PublishableReports;
import org.anchors.charter.consolidated.PublishableReports.Publishable;
import org.anchors.charter.consolidated.PublishableReports.Selection;
import org.anchors.charter.consolidated.Withheld;
import org.anchors.charter.disclosure.Claim;
import org.anchors.charter.disclosure.DifferencingGuard;
import org.anchors.charter.disclosure.Knowledge;
import org.anchors.contracts.event.ReportPublished;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.outbox.Outbox;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.refusal.Refused;

/** Publishes a consolidated report: reads it, holds it against everything published before, freezes it and announces it. */
@ApplicationScoped
class Publishing {

    private final WantedCheck check;
    private final PublishableReports reports;
    private final Publications publications;
    private final Outbox outbox;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    Publishing(
            WantedCheck check,
            PublishableReports reports,
            Publications publications,
            Outbox outbox,
            Audit audit,
            ObjectMapper json,
            Clock clock) {
        this.check = check;
        this.reports = reports;
        this.publications = publications;
        this.outbox = outbox;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** A publication that nothing speaks against. */
    private record Ready(Publication publication, String content, List<Claim> claims) {}

    /** What would be published; its number may be another one then. */
    @Transactional(Transactional.TxType.MANDATORY)
    Publication tryOut(Reading<Wanted> body, Instant at) {
        return prepare(publications.next(), body, at).publication();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Publication publish(Reading<Wanted> body, Instant at) {
        publications.oneAtATime();
        var ready = prepare(publications.next(), body, at);
        publications.add(ready.publication(), ready.content(), ready.claims());
        announce(ready.publication());
        return ready.publication();
    }

    private Ready prepare(int number, Reading<Wanted> body, Instant at) {
        var accepted = check.orRefuse(body);
        var wanted = body.value();
        var filters = wanted.filtersOrNone();
        var selection = new Selection(
                accepted.year(),
                filters.pillar(),
                filters.organisations(),
                at,
                accepted.policy(),
                new Withheld(wanted.withheldOrNone()));
        var report = reports.read(Publication.name(number), selection);
        if (!report.agrees()) {
            throw new Refused(PublicationRefusal.REPORTS_ARRIVING, "Nothing was published; send it again.");
        }
        var claims = guard(number, selection, report);
        var publishedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var content = content(number, publishedAt, wanted, report);
        return new Ready(
                new Publication(
                        number,
                        accepted.year(),
                        filters,
                        wanted.withheldOrNone(),
                        accepted.policy().label(),
                        at,
                        publishedAt,
                        Sha256.of(content)),
                content,
                claims);
    }

    /** The claims that were not published already; those say nothing new. */
    private List<Claim> guard(int number, Selection selection, Publishable report) {
        var before = publications.claims(selection.year());
        var said = before.stream().map(Publishing::said).toList();
        var known = Set.copyOf(said);
        var claims = report.claims().stream()
                .filter(claim -> !known.contains(said(claim)))
                .toList();
        var all = Stream.concat(before.stream(), claims.stream()).toList();
        Guarded.refuseUnlessSafe(
                new DifferencingGuard(Publication.name(number), selection.policy())
                        .search(new Knowledge(all, List.of(), report.rules().apply(all), report.open())),
                number);
        return claims;
    }

    private static Object said(Claim claim) {
        return List.of(claim.parts(), claim.policy());
    }

    private String content(int number, Instant publishedAt, Wanted wanted, Publishable report) {
        ObjectNode numbered = json.createObjectNode();
        numbered.put("number", number);
        numbered.set("publishedAt", json.valueToTree(publishedAt));
        numbered.set("filters", json.valueToTree(wanted.filtersOrNone()));
        numbered.set("withheld", json.valueToTree(wanted.withheldOrNone()));
        numbered.setAll(json.<ObjectNode>valueToTree(report.report()));
        try {
            return json.writeValueAsString(numbered);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A report can be written", impossible);
        }
    }

    private void announce(Publication publication) {
        outbox.add(new ReportPublished(
                publication.number(),
                publication.year().toString(),
                publication.disclosurePolicy(),
                publication.asKnownOn(),
                publication.sha256(),
                publication.publishedAt()));
        audit.record(
                "report-published",
                "publications/" + publication.number(),
                Map.of("policy", publication.disclosurePolicy(), "sha256", publication.sha256()));
    }
}

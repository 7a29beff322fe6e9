package org.anchors.charter.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.consolidated.PublishableReports;
import org.anchors.charter.consolidated.Withheld;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.indicator.Indicator;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.disclosure.Policy;
import org.anchors.kit.edge.Reading;
import org.jspecify.annotations.Nullable;

/** Checks what is to be published, apart from what it would give away. */
@ApplicationScoped
class WantedCheck {

    private final ReportingYears years;
    private final Catalogues catalogues;
    private final PublishableReports reports;

    WantedCheck(ReportingYears years, Catalogues catalogues, PublishableReports reports) {
        this.years = years;
        this.catalogues = catalogues;
        this.reports = reports;
    }

    /**
     * What may be published, apart from what it would give away.
     *
     * @param at the instant whose knowledge it shows
     */
    record Accepted(Wanted wanted, ReportingYear year, Policy policy, Instant at) {}

    private record LookedUp(ReportingYear year, Policy policy) {}

    /** Not within a transaction: the instant has to lie before the one that publishes. */
    Accepted orRefuse(Reading<Wanted> body) {
        var found = QuarkusTransaction.requiringNew().call(() -> lookUp(body));
        var at = reports.instant(body.value().asKnownOn());
        return new Accepted(body.value(), found.year(), found.policy(), at);
    }

    private LookedUp lookUp(Reading<Wanted> body) {
        var wanted = body.value();
        var faults = new ArrayList<Fault>();
        var year = year(wanted.year());
        if (year.isEmpty() && wanted.year() != null) {
            faults.add(new Fault("/year", "unknown-year", wanted.year(), "Name a reporting year, such as 2024-25."));
        }
        var policy = Policy.labelled(wanted.policyName()).filter(Policy::protects);
        if (policy.isEmpty()) {
            faults.add(new Fault("/policy", "not-for-publication", wanted.policyName(), policies()));
        }
        var at = wanted.asKnownOn();
        if (at != null && !PublishableReports.isPossible(at)) {
            faults.add(new Fault("/asKnownOn", "out-of-range", at.toString(), "Send an instant of a report."));
        }
        year.filter(known -> at == null || PublishableReports.isPossible(at)).ifPresent(known -> {
            var catalogue = catalogues.of(known, at);
            faults.addAll(filters(wanted.filtersOrNone(), new When(known, at), catalogue));
            faults.addAll(withheld(wanted, catalogue));
        });
        body.refuseIfFaulty(faults);
        return new LookedUp(year.orElseThrow(), policy.orElseThrow());
    }

    private Optional<ReportingYear> year(@Nullable String text) {
        return text == null ? Optional.empty() : years.find(text).map(ReportingWindow::year);
    }

    private record When(ReportingYear year, @Nullable Instant knownOn) {}

    private List<Fault> filters(Wanted.Filters filters, When when, Catalogue catalogue) {
        var faults = new ArrayList<Fault>();
        var pillars = catalogue.indicators().stream()
                .map(Indicator::pillar)
                .distinct()
                .toList();
        if (filters.pillar() != null && !pillars.contains(filters.pillar())) {
            faults.add(new Fault(
                    "/filters/pillar",
                    "unknown-pillar",
                    filters.pillar(),
                    "Name one of these: " + String.join(", ", pillars) + "."));
        }
        if (reports.partners(when.year(), filters.organisations(), when.knownOn()) == 0) {
            faults.add(new Fault(
                    "/filters",
                    "nobody-selected",
                    given(filters),
                    "Choose a sector, place, alliance and level of some organisation that is to report, or has."));
        }
        return faults;
    }

    private static String given(Wanted.Filters filters) {
        return Stream.of(filters.sector(), filters.place(), filters.alliance(), filters.level())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(", "));
    }

    private static List<Fault> withheld(Wanted wanted, Catalogue catalogue) {
        var faults = new ArrayList<Fault>();
        var names = wanted.withheld() == null ? List.<@Nullable String>of() : wanted.withheld();
        for (var position = 0; position < names.size(); position++) {
            var name = names.get(position);
            if (name == null || !Withheld.isKnown(name, catalogue)) {
                faults.add(new Fault(
                        "/withheld/" + position,
                        "unknown-figure",
                        name,
                        "Name a figure such as EMP-05.veteran, its change as EMP-05.veteran/change, or employment."));
            }
        }
        return faults;
    }

    private static String policies() {
        return Policy.ALL.stream()
                .filter(Policy::protects)
                .map(Policy::label)
                .collect(Collectors.joining(", ", "Name a policy that protects small counts: ", "."));
    }
}

package org.anchors.charter.section;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.anchors.contracts.event.CharterEvent;
import org.anchors.contracts.event.OutcomeTotalsChanged;
import org.anchors.contracts.event.OutcomeTotalsChanged.Basis;
import org.anchors.contracts.event.OutcomeTotalsChanged.Quality;
import org.anchors.contracts.event.ProgrammeRegistered;
import org.anchors.contracts.event.SocialValueEvent;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.disclosure.Count;
import org.anchors.kit.disclosure.Policy;
import org.anchors.kit.inbox.Envelope;
import org.anchors.kit.projection.Projection;
import org.anchors.kit.projection.Projections;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps the totals of pre-employment programmes, and which programmes there are. */
@ApplicationScoped
class OutcomeProjection implements Projection {

    static final String NAME = "employment";

    /** In the place of a cohort's key, which it can not be. */
    private static final String ALL_COHORTS = "*";

    private final Projections projections;
    private final Receipts receipts;
    private final Versions versions;
    private final EntityManager database;

    OutcomeProjection(Projections projections, Receipts receipts, Versions versions, EntityManager database) {
        this.projections = projections;
        this.receipts = receipts;
        this.versions = versions;
        this.database = database;
    }

    @Incoming(NAME)
    @Blocking
    void take(ConsumerRecord<String, String> message) {
        projections.take(this, message);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.EMPLOYMENT);
    }

    @Override
    public void apply(Envelope envelope) {
        switch (envelope.event()) {
            case OutcomeTotalsChanged totals -> take(totals, receipts.of(NAME, envelope.id()));
            case ProgrammeRegistered registered -> take(registered, receipts.of(NAME, envelope.id()));
            case CharterEvent elsewhere -> {}
            case SocialValueEvent elsewhere -> {}
        }
    }

    @Override
    public void clear() {
        database.createNativeQuery("delete from programme_outcome").executeUpdate();
        database.createNativeQuery("delete from registered_programme").executeUpdate();
    }

    private void take(ProgrammeRegistered registered, Instant at) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("name", isNameKept(at) ? registered.name() : null);
        columns.put("provider", registered.provider());
        columns.put("starts_on", registered.startsOn());
        versions.add(
                "registered_programme",
                Map.of("programme", registered.programme()),
                Objects.requireNonNullElse(registered.version(), 1),
                at,
                columns);
    }

    private boolean isNameKept(Instant at) {
        return (Boolean) database.createNativeQuery("select :at > since from programme_names_kept")
                .setParameter("at", at)
                .getSingleResult();
    }

    /** Groups are told of a programme, over all its cohorts. The first were told of each cohort: added up they were wrong. */
    private void take(OutcomeTotalsChanged totals, Instant at) {
        if (totals.group() != null && totals.cohort() != null) {
            return;
        }
        versions.add(
                "programme_outcome",
                Map.of(
                        "programme", totals.programme(),
                        "cohort", cohort(totals),
                        "year", yearOf(totals.year()),
                        "grp", Objects.requireNonNullElse(totals.group(), "")),
                totals.version(),
                at,
                said(totals));
    }

    /** Versions of what was returned of a programme and of what is counted over all its cohorts are counted apart. */
    private static String cohort(OutcomeTotalsChanged totals) {
        var whole = totals.basis() == Basis.RECORDS ? ALL_COHORTS : "";
        return Objects.requireNonNullElse(totals.cohort(), whole);
    }

    private static int yearOf(@Nullable String year) {
        return year == null ? 0 : ReportingYear.parse(year).start();
    }

    private static Map<String, ?> said(OutcomeTotalsChanged totals) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("name", totals.name());
        columns.put("provider", totals.provider());
        columns.put("basis", totals.basis().name());
        columns.put("quality", quality(totals).name());
        columns.put("participants", kept(totals, totals.totals().participants()));
        columns.put("job_offers", kept(totals, totals.totals().jobOffers()));
        columns.put("in_work", kept(totals, totals.totals().inWork()));
        columns.put("sustained", kept(totals, totals.totals().sustained()));
        return columns;
    }

    private static Quality quality(OutcomeTotalsChanged totals) {
        return totals.group() != null && totals.quality() == Quality.EXACT ? Quality.ROUNDED : totals.quality();
    }

    /** A count of a group is kept rounded, and not where it is few: the first were told as they were, and are in the topic still. */
    private static @Nullable Integer kept(OutcomeTotalsChanged totals, @Nullable Integer count) {
        if (count == null || totals.group() == null) {
            return count;
        }
        return count > 0 && Policy.HES.of(count) instanceof Count.Shown(long rounded)
                ? (Integer) Math.toIntExact(rounded)
                : null;
    }
}

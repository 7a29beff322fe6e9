package org.anchors.charter.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.anchors.contracts.event.DatedName;
import org.anchors.contracts.event.Event;
import org.anchors.contracts.event.OrganisationChanged;
import org.anchors.contracts.event.OrganisationRegistered;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.outbox.Outbox;

/** Adds organisations and changes them; every change is told and leaves an entry in the audit trail. */
@ApplicationScoped
public class OrganisationRegister {

    private final Organisations organisations;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    OrganisationRegister(Organisations organisations, Outbox outbox, Audit audit, Clock clock) {
        this.organisations = organisations;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    Organisation add(Organisation organisation) {
        organisations.add(organisation);
        outbox.add(registered(organisation));
        note("organisation-registered", organisation, Map.of("name", organisation.name()));
        return organisation;
    }

    Organisation rename(Organisation organisation, String name, LocalDate from) {
        var renamed = organisation.renamed(name, from);
        tell(renamed);
        note("organisation-renamed", renamed, Map.of("from", from, "earlier", organisation.name(), "name", name));
        return renamed;
    }

    Organisation describe(Organisation organisation, Description anew) {
        var described = organisation.described(anew);
        tell(described);
        note("organisation-described", described, Map.of("version", described.version()));
        return described;
    }

    Organisation succeed(Organisation organisation, Succession succession) {
        var succeeded = organisation.succeededBy(succession.successor(), succession.on());
        tell(succeeded);
        note("organisation-succeeded", succeeded, Map.of("successor", succession.successor(), "on", succession.on()));
        return succeeded;
    }

    /**
     * Takes an organisation from the reference data. One that is known stays as the anchor team keeps it; either way the
     * present state is told, for those who missed it.
     */
    public void load(Organisation reference) {
        var known = organisations.find(reference.key());
        if (known.isEmpty()) {
            organisations.add(reference);
        }
        var present = known.orElse(reference);
        outbox.add(present.version() == 0 ? registered(present) : changed(present));
    }

    /** Gives an organisation the names it had before, unless it has some already or is called otherwise by now. */
    public void loadNames(String key, List<HeldName> names) {
        var organisation = organisations.require(key);
        if (organisation.names().size() == 1
                && organisation.name().equals(names.getLast().name())) {
            tell(new Organisation(
                    key,
                    names,
                    organisation.about(),
                    organisation.established(),
                    organisation.succession(),
                    organisation.version() + 1));
        }
    }

    /** Lets another take an organisation's place, unless one has already. */
    public void loadSuccession(String key, Succession succession) {
        var organisation = organisations.require(key);
        if (organisation.succession() == null) {
            tell(organisation.succeededBy(succession.successor(), succession.on()));
        }
    }

    private void tell(Organisation organisation) {
        organisations.replace(organisation);
        outbox.add(changed(organisation));
    }

    private void note(String deed, Organisation organisation, Map<String, ?> detail) {
        audit.record(deed, "organisations/" + organisation.key(), detail);
    }

    private Event registered(Organisation organisation) {
        var about = organisation.about();
        return new OrganisationRegistered(
                organisation.key(),
                organisation.name(),
                names(organisation),
                about.aliases(),
                about.sector(),
                about.places(),
                about.alliances(),
                about.level(),
                organisation.version(),
                now());
    }

    private Event changed(Organisation organisation) {
        var about = organisation.about();
        var succession = organisation.succession();
        return new OrganisationChanged(
                organisation.key(),
                organisation.name(),
                names(organisation),
                about.aliases(),
                about.sector(),
                about.places(),
                about.alliances(),
                about.level(),
                succession == null ? null : succession.successor(),
                succession == null ? null : succession.on(),
                organisation.version(),
                now());
    }

    private static List<DatedName> names(Organisation organisation) {
        return organisation.names().stream()
                .map(name -> new DatedName(name.name(), name.from(), name.to()))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package org.anchors.charter.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.anchors.contracts.problem.Fault;

/** The rules of a change of an organisation. */
final class ChangeCheck {

    private ChangeCheck() {}

    static List<Fault> faultsOf(OrganisationRequests.Renaming sent, Organisation organisation) {
        var faults = new ArrayList<Fault>();
        if (organisation.name().equals(sent.name())) {
            faults.add(new Fault("/name", "same-name", sent.name(), "It is called so already: send another name."));
        }
        var since = organisation.namedSince();
        if (sent.from() != null && since != null && !sent.from().isAfter(since)) {
            faults.add(new Fault(
                    "/from",
                    "before-earlier-name",
                    sent.from().toString(),
                    "It has been called %s since %s: send a later day.".formatted(organisation.name(), since)));
        }
        return faults;
    }

    static List<Fault> faultsOf(
            OrganisationRequests.Replacement sent, Organisation organisation, Organisations organisations) {
        var faults = new ArrayList<Fault>();
        if (sent.successor() != null) {
            if (organisations.find(sent.successor()).isEmpty()) {
                faults.add(new Fault(
                        "/successor",
                        "unknown-organisation",
                        sent.successor(),
                        "Send the key of an organisation; add it first where it is new."));
            } else if (leadsTo(organisation.key(), sent.successor(), organisations)) {
                faults.add(new Fault(
                        "/successor",
                        "succeeds-itself",
                        sent.successor(),
                        "An organisation cannot take its own place, not by way of others either."));
            } else if (sent.on() != null) {
                inOrder(sent.successor(), sent.on(), organisation, organisations, faults);
            }
        }
        var established = organisation.established();
        if (sent.on() != null && established != null && !sent.on().isAfter(established)) {
            faults.add(new Fault(
                    "/on",
                    "before-established",
                    sent.on().toString(),
                    "It was established on %s: send a later day.".formatted(established)));
        }
        return faults;
    }

    /** Whoever takes a place is there on that day, and whoever's place was taken before was still there. */
    private static void inOrder(
            String successor,
            LocalDate on,
            Organisation organisation,
            Organisations organisations,
            List<Fault> faults) {
        if (!organisations.require(successor).existsOn(on)) {
            faults.add(new Fault(
                    "/successor",
                    "successor-not-there",
                    successor,
                    "It is not there on %s: send another day or another successor.".formatted(on)));
        }
        organisations
                .lastSucceededBy(organisation.key())
                .filter(last -> !on.isAfter(last))
                .ifPresent(last -> faults.add(new Fault(
                        "/on",
                        "before-it-took-a-place",
                        on.toString(),
                        "It took another's place on %s itself: send a later day.".formatted(last))));
    }

    private static boolean leadsTo(String key, String successor, Organisations organisations) {
        var seen = new HashSet<String>();
        var next = successor;
        while (next != null && seen.add(next)) {
            if (Objects.equals(next, key)) {
                return true;
            }
            var succession = organisations.require(next).succession();
            next = succession == null ? null : succession.successor();
        }
        return false;
    }
}

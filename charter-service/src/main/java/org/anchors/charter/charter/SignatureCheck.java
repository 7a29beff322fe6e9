package org.anchors.charter.charter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anchors.charter.organisation.Organisation;
import org.anchors.charter.organisation.Organisations;
import org.anchors.charter.organisation.Succession;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/** The rules of each step of a signature. */
final class SignatureCheck {

    private final Organisations organisations;
    private final Signatures signatures;
    private final Charter charter;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();

    SignatureCheck(Organisations organisations, Signatures signatures, Charter charter, LocalDate today) {
        this.organisations = organisations;
        this.signatures = signatures;
        this.charter = charter;
        this.today = today;
    }

    List<Fault> of(SignatureRequests.Proposal sent) {
        notInTheFuture(sent.on());
        if (sent.organisation() != null
                && organisations
                        .find(sent.organisation())
                        .filter(organisation -> organisation.existsOn(today))
                        .isEmpty()) {
            fault(
                    "/organisation",
                    "unknown-organisation",
                    sent.organisation(),
                    "Send the key of an organisation that is there and that no other has succeeded.");
        }
        return faults;
    }

    List<Fault> of(SignatureRequests.Signing sent, Signature.Proposed proposed) {
        notInTheFuture(sent.on());
        notBefore(proposed.on(), sent.on(), "proposed");
        return faults;
    }

    List<Fault> of(SignatureRequests.Withdrawal sent, Signature.Signed signed) {
        notInTheFuture(sent.on());
        notBefore(signed.on(), sent.on(), "signed");
        return faults;
    }

    List<Fault> of(SignatureRequests.Supersession sent, Signature.Signed signed) {
        notInTheFuture(sent.on());
        notBefore(signed.on(), sent.on(), "signed");
        if (sent.by() != null) {
            signatures
                    .findAndHold(sent.by())
                    .map(KeptSignature::signature)
                    .filter(other -> takesThePlaceOf(signed, other))
                    .ifPresentOrElse(
                            other -> notBefore(other.on(), sent.on(), "replaced"),
                            () -> noReplacement(signed, sent.by()));
        }
        return faults;
    }

    private void noReplacement(Signature.Signed signed, String by) {
        fault(
                "/by",
                "no-replacement",
                by,
                "Send the reference of a signed signature of %s under a later edition, or of an organisation that took its place."
                        .formatted(signed.by().organisation()));
    }

    private boolean takesThePlaceOf(Signature.Signed signed, Signature other) {
        var by = signed.by();
        if (!(other instanceof Signature.Signed) || other.equals(signed)) {
            return false;
        }
        var later = firstYear(other).compareTo(firstYear(signed));
        return other.by().organisation().equals(by.organisation())
                ? later > 0
                : later >= 0
                        && successorsOf(by.organisation()).contains(other.by().organisation());
    }

    private ReportingYear firstYear(Signature signature) {
        return charter.require(signature.by().edition()).firstYear();
    }

    /** Those that took an organisation's place one after the other. */
    private Set<String> successorsOf(String organisation) {
        var successors = new HashSet<String>();
        var next = successorOf(organisation);
        while (next.isPresent() && successors.add(next.get())) {
            next = successorOf(next.get());
        }
        return successors;
    }

    private Optional<String> successorOf(String organisation) {
        return organisations.find(organisation).map(Organisation::succession).map(Succession::successor);
    }

    private void notInTheFuture(@Nullable LocalDate on) {
        if (on != null && on.isAfter(today)) {
            fault("/on", "in-the-future", on.toString(), "Send a day that is not after today, %s.".formatted(today));
        }
    }

    private void notBefore(@Nullable LocalDate earlier, @Nullable LocalDate on, String step) {
        if (earlier != null && on != null && on.isBefore(earlier)) {
            fault(
                    "/on",
                    "before-it-was-" + step,
                    on.toString(),
                    "It was %s on %s: send that day or a later one.".formatted(step, earlier));
        }
    }

    private void fault(String at, String rule, String given, String mend) {
        faults.add(new Fault(at, rule, given, mend));
    }
}

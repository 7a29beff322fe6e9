package org.anchors.charter.charter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.anchors.charter.organisation.Organisation;
import org.anchors.charter.organisation.Organisations;
import org.anchors.contracts.problem.Fault;
import org.jspecify.annotations.Nullable;

/** The rules of each step of a signature. */
final class SignatureCheck {

    private final Organisations organisations;
    private final Signatures signatures;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();

    SignatureCheck(Organisations organisations, Signatures signatures, LocalDate today) {
        this.organisations = organisations;
        this.signatures = signatures;
        this.today = today;
    }

    List<Fault> of(SignatureRequests.Proposal sent) {
        notInTheFuture(sent.on());
        if (sent.organisation() != null
                && organisations
                        .find(sent.organisation())
                        .filter(organisation -> organisation.succession() == null)
                        .isEmpty()) {
            fault(
                    "/organisation",
                    "unknown-organisation",
                    sent.organisation(),
                    "Send the key of an organisation that no other has succeeded.");
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
        if (sent.by() != null
                && signatures
                        .find(sent.by())
                        .filter(other -> takesThePlaceOf(signed, other.signature()))
                        .isEmpty()) {
            fault(
                    "/by",
                    "no-replacement",
                    sent.by(),
                    "Send the reference of a signed signature of %s under another edition, or of its successor."
                            .formatted(signed.by().organisation()));
        }
        return faults;
    }

    private boolean takesThePlaceOf(Signature.Signed signed, Signature other) {
        var by = signed.by();
        if (!(other instanceof Signature.Signed) || other.equals(signed)) {
            return false;
        }
        if (other.by().organisation().equals(by.organisation())) {
            return other.by().edition().compareTo(by.edition()) > 0;
        }
        return organisations
                .find(by.organisation())
                .map(Organisation::succession)
                .filter(succession -> succession.successor().equals(other.by().organisation()))
                .isPresent();
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

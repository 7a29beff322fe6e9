package org.anchors.charter.charter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.anchors.contracts.event.SignatureChanged;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.outbox.Outbox;

/** Takes a signature from state to state; every step is told and leaves an entry in the audit trail. */
@ApplicationScoped
public class SignatureSteps {

    private final Charter charter;
    private final Signatures signatures;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    SignatureSteps(Charter charter, Signatures signatures, Outbox outbox, Audit audit, Clock clock) {
        this.charter = charter;
        this.signatures = signatures;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    KeptSignature propose(Signature.Proposed proposed) {
        var kept = signatures.add(proposed);
        return told("signature-proposed", kept);
    }

    KeptSignature change(String deed, KeptSignature changed) {
        signatures.replace(changed);
        return told(deed, changed);
    }

    /** Adds a signature of the reference data, unless there is one; whatever state it has come to is told again. */
    public void load(Signature reference) {
        var by = reference.by();
        var others = by.onBehalfOf();
        if (signatures.of(by).isEmpty()) {
            signatures.add(reference);
        } else if (others != null) {
            signatures.complete(by, others);
        }
        signatures.of(by).forEach(kept -> outbox.add(event(kept)));
    }

    private KeptSignature told(String deed, KeptSignature kept) {
        outbox.add(event(kept));
        var by = kept.signature().by();
        audit.record(
                deed,
                "editions/%s/signatures/%s".formatted(by.edition(), kept.reference()),
                Map.of(
                        "organisation", by.organisation(),
                        "role", by.role(),
                        "state", kept.signature().state(),
                        "on", String.valueOf(kept.signature().on())));
        return kept;
    }

    private SignatureChanged event(KeptSignature kept) {
        var signature = kept.signature();
        var edition = charter.require(signature.by().edition());
        var others = signature.by().onBehalfOf();
        return new SignatureChanged(
                kept.reference(),
                signature.by().organisation(),
                edition.edition(),
                edition.firstYear().toString(),
                edition.lastYear().toString(),
                signature.by().role(),
                SignatureChanged.State.valueOf(signature.state().name()),
                signature.on(),
                others == null ? null : others.whom(),
                others == null ? 0 : others.organisations(),
                kept.version(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}

package org.anchors.charter.charter;

import org.anchors.kit.refusal.Refused;

/**
 * A signature with its name and version.
 *
 * @param reference such as {@code mseft-2024-27-1}
 * @param version counts up with each state
 * @param signature the signature in its present state
 */
public record KeptSignature(String reference, long version, Signature signature) {

    KeptSignature next(Signature changed) {
        return new KeptSignature(reference, version + 1, changed);
    }

    Signature.Proposed proposed() {
        return switch (signature) {
            case Signature.Proposed proposed -> proposed;
            case Signature.Signed other -> throw not(Signature.State.PROPOSED);
            case Signature.Withdrawn other -> throw not(Signature.State.PROPOSED);
            case Signature.Superseded other -> throw not(Signature.State.PROPOSED);
        };
    }

    Signature.Signed signed() {
        return switch (signature) {
            case Signature.Signed signed -> signed;
            case Signature.Proposed other -> throw not(Signature.State.SIGNED);
            case Signature.Withdrawn other -> throw not(Signature.State.SIGNED);
            case Signature.Superseded other -> throw not(Signature.State.SIGNED);
        };
    }

    private Refused not(Signature.State needed) {
        return new Refused(
                CharterRefusal.SIGNATURE_STATE,
                "%s is %s; only one that is %s can take this step.".formatted(reference, signature.state(), needed));
    }
}

package org.anchors.kit.audit;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.kit.platform.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail, but for its number in it.
 *
 * @param at when, to the microsecond
 * @param subject the token's subject
 * @param who the account's name
 * @param organisation key of the caller's organisation
 * @param requestId id of the request
 * @param deed what was done, past tense, such as {@code report-submitted}
 * @param object what it was done to, such as {@code reports/mseft-2024-25}
 * @param detail JSON with what else is worth knowing, never personal data
 */
record Entry(
        Instant at,
        String subject,
        String who,
        @Nullable String organisation,
        @Nullable String requestId,
        String deed,
        String object,
        String detail) {

    /**
     * Hash of this entry behind the one before it: SHA-256 over the previous hash, the number and every field, each led by its
     * length, so that no two different entries have the same text. The database reckons it in the same way
     * ({@code add_audit_entries}).
     *
     * @param seq counts from 1 without gaps
     */
    String hashAfter(String previousHash, long seq) {
        return Sha256.of(text(previousHash) + text(Long.toString(seq)) + text());
    }

    /** Its fields, as they are hashed. */
    String text() {
        return Stream.of(at.toString(), subject, who, organisation, requestId, deed, object, detail)
                .map(Entry::text)
                .collect(Collectors.joining());
    }

    private static String text(@Nullable String field) {
        return field == null ? "-" : field.length() + ":" + field;
    }
}

package org.anchors.charter.charter;

import org.jspecify.annotations.Nullable;

/**
 * Who signs what.
 *
 * @param organisation key of the organisation
 * @param edition name of the edition
 * @param role role of whoever signs for it; never a person's name
 * @param onBehalfOf others that it signs for; null where it signs for itself alone
 */
public record Signatory(
        String organisation,
        String edition,
        String role,
        @Nullable Others onBehalfOf) {}

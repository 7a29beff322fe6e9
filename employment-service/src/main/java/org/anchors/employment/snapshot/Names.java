package org.anchors.employment.snapshot;

import java.util.Map;
import java.util.stream.Collectors;
import org.anchors.employment.partner.Partners;
import org.anchors.employment.programme.ProgrammeAccess;
import org.jspecify.annotations.Nullable;

/** What the keys of slices stand for. */
final class Names {

    private final Map<String, String> programmes;
    private final Map<String, Partners.Partner> partners;

    Names(Question question, Map<String, Partners.Partner> partners) {
        this.programmes = question.programmes().stream()
                .collect(Collectors.toMap(ProgrammeAccess.Known::key, ProgrammeAccess.Known::name));
        this.partners = partners;
    }

    @Nullable
    String of(Dimension dimension, String key) {
        return switch (dimension) {
            case PROGRAMME -> programmes.get(key);
            case EMPLOYER -> {
                var partner = partners.get(key);
                yield partner == null ? null : partner.name();
            }
            case YEAR, PLACE, DECILE, AGE_BAND, GROUP -> null;
        };
    }

    /** Whether an employer has signed the charter; null for anything that is no employer of the partnership. */
    @Nullable
    Boolean signatory(Dimension dimension, String key) {
        var partner = dimension == Dimension.EMPLOYER ? partners.get(key) : null;
        return partner == null ? null : (Boolean) partner.signatory();
    }
}

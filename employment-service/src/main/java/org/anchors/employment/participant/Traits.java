package org.anchors.employment.participant;

import org.jspecify.annotations.Nullable;

/** What is known of a participant beside its programme and cohort. Parts that could not be read are null. */
interface Traits {

    @Nullable
    AgeBand ageBand();

    @Nullable
    Integer imdDecile();

    @Nullable
    String imdEdition();

    @Nullable
    String place();

    @Nullable
    String referrer();
}

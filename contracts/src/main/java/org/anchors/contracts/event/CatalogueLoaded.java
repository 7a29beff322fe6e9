package org.anchors.contracts.event;

import java.time.Instant;

/**
 * An edition of a catalogue of social value measures has been loaded.
 *
 * @param edition name of the edition, such as {@code example-1}; each owner has only one of that name
 * @param owner key of the organisation that loaded it
 * @param source who publishes the catalogue
 * @param licence licence of its figures
 * @param redistributable whether the licence lets the figures be passed on
 * @param measures number of measures in it
 * @param loadedAt when it was loaded
 */
@EventType(value = "org.anchors.social-value.catalogue-loaded.v1", topic = Topic.SOCIAL_VALUE)
public record CatalogueLoaded(
        String edition,
        String owner,
        String source,
        String licence,
        boolean redistributable,
        int measures,
        Instant loadedAt)
        implements SocialValueEvent {

    @Override
    public String key() {
        return owner + "/" + edition;
    }
}

package org.anchors.employment.programme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchors.kit.refusal.Refused;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** All programmes. */
@ApplicationScoped
class Programmes implements PanacheRepositoryBase<Programme, String> {

    /** Adds a new programme, unless its key is taken, even by one that is being added at this moment. */
    void add(Programme programme) {
        try {
            persistAndFlush(programme);
        } catch (ConstraintViolationException taken) {
            throw new Refused(
                    ProgrammeRefusal.PROGRAMME_EXISTS,
                    "The key %s is taken; choose another for a new programme.".formatted(programme.key()));
        }
    }

    Programme require(String key, Visibility visibility) {
        return findByIdOptional(key)
                .filter(programme -> visibility.shows(programme.provider()))
                .orElseThrow(() -> Refused.notFound("The programme " + key));
    }

    /** Programmes by key, those behind a given one; only the provider's where one is named. */
    List<Programme> behind(String key, @Nullable String provider, int most) {
        var found = provider == null
                ? find("key > ?1", Sort.by("key"), key)
                : find("key > ?1 and provider = ?2", Sort.by("key"), key, provider);
        return found.range(0, most - 1).list();
    }
}

package org.anchors.employment.programme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchors.kit.refusal.Refused;
import org.hibernate.exception.ConstraintViolationException;

/** All cohorts. */
@ApplicationScoped
class Cohorts implements PanacheRepositoryBase<Cohort, Long> {

    void add(Cohort cohort) {
        try {
            persistAndFlush(cohort);
        } catch (ConstraintViolationException taken) {
            throw new Refused(
                    ProgrammeRefusal.COHORT_EXISTS,
                    "%s has a cohort %s already; choose another key.".formatted(cohort.programme(), cohort.key()));
        }
    }

    Cohort require(String programme, String key) {
        return find("programme = ?1 and key = ?2", programme, key)
                .firstResultOptional()
                .orElseThrow(() -> Refused.notFound("The cohort %s of %s".formatted(key, programme)));
    }

    /** A programme's cohorts by key, those behind a given one. */
    List<Cohort> behind(String programme, String key, int most) {
        return find("programme = ?1 and key > ?2", Sort.by("key"), programme, key)
                .range(0, most - 1)
                .list();
    }
}

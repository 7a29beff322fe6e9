package org.anchors.socialvalue.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The measures of all catalogues. */
@ApplicationScoped
class Measures implements PanacheRepositoryBase<Measure, UUID> {

    private static final Sort BY_CODE = Sort.by("code");

    List<Measure> of(Catalogue catalogue) {
        return find("catalogue = ?1", BY_CODE, catalogue.id()).list();
    }

    List<Measure> behind(String code, Catalogue catalogue, int most) {
        return find("catalogue = ?1 and code > ?2", BY_CODE, catalogue.id(), code)
                .range(0, most - 1)
                .list();
    }
}

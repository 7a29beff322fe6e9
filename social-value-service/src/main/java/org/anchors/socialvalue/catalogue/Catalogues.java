package org.anchors.socialvalue.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchors.kit.refusal.Refused;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** All catalogues. */
@ApplicationScoped
class Catalogues implements PanacheRepositoryBase<Catalogue, UUID> {

    private final Measures measures;

    Catalogues(Measures measures) {
        this.measures = measures;
    }

    /** Adds a new catalogue, unless its owner has one of this edition, even one that is being added at this moment. */
    void add(Catalogue catalogue, Stream<Measure> all) {
        try {
            persistAndFlush(catalogue);
            measures.persist(all);
        } catch (ConstraintViolationException taken) {
            throw new Refused(
                    CatalogueRefusal.CATALOGUE_EXISTS,
                    "A catalogue cannot be changed once it is loaded; load %s as a new edition."
                            .formatted(catalogue.edition()));
        }
    }

    Optional<Catalogue> of(String owner, String edition) {
        return find("owner = ?1 and edition = ?2", owner, edition).firstResultOptional();
    }

    Catalogue require(String owner, String edition) {
        return of(owner, edition).orElseThrow(() -> Refused.notFound("The catalogue " + edition));
    }

    /** Catalogues by owner and edition, those behind a given place; only the owner's where one is named. */
    List<Catalogue> behind(Place place, @Nullable String owner, int most) {
        var order = Sort.by("owner", "edition");
        var behind = "(owner > ?1 or owner = ?1 and edition > ?2)";
        var found = owner == null
                ? find(behind, order, place.owner(), place.edition())
                : find(behind + " and owner = ?3", order, place.owner(), place.edition(), owner);
        return found.range(0, most - 1).list();
    }
}

package org.anchors.socialvalue.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The measures of the catalogue that somebody chose. */
@ApplicationScoped
public class ChosenCatalogues {

    private final Catalogues catalogues;
    private final Measures measures;
    private final Ownership ownership;

    ChosenCatalogues(Catalogues catalogues, Measures measures, Ownership ownership) {
        this.catalogues = catalogues;
        this.measures = measures;
        this.ownership = ownership;
    }

    /** The measures that were sent along as far as they can be read, or those of the caller's own edition if there is one. */
    public Optional<List<MeasureView>> measures(CatalogueChoice choice) {
        if (choice.measures() != null) {
            return Optional.of(choice.sent());
        }
        return loaded(ownership.own(), choice.edition());
    }

    /** Whether the figures of these measures of an edition may be passed on: what a measure says goes before its catalogue. */
    public boolean mayBePassedOn(String owner, String edition, Collection<MeasureView> used) {
        var ofTheWhole =
                catalogues.of(owner, edition).map(Catalogue::redistributable).orElse(false);
        return used.stream().allMatch(measure -> Objects.requireNonNullElse(measure.redistributable(), ofTheWhole));
    }

    /** The measures of an edition that an organisation has loaded, if it has. */
    public Optional<List<MeasureView>> loaded(String owner, String edition) {
        return catalogues.of(owner, edition).map(catalogue -> measures.of(catalogue).stream()
                .map(MeasureView::of)
                .toList());
    }
}

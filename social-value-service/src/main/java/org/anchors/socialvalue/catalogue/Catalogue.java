package org.anchors.socialvalue.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An edition of a catalogue. It never changes: a new edition is a new catalogue. */
@Entity
@Immutable
class Catalogue {

    @Id
    private UUID id;

    private String owner;
    private String edition;
    private String source;
    private String licence;
    private boolean redistributable;

    @Column(name = "measure_count")
    private int measureCount;

    @Column(name = "loaded_at")
    private Instant loadedAt;

    protected Catalogue() {}

    static Catalogue loaded(Upload upload, String owner, Instant at) {
        var catalogue = new Catalogue();
        catalogue.id = UUID.randomUUID();
        catalogue.owner = owner;
        catalogue.edition = upload.edition();
        catalogue.source = upload.source();
        catalogue.licence = upload.licence();
        catalogue.redistributable = upload.redistributable();
        catalogue.measureCount = upload.measures().size();
        catalogue.loadedAt = at;
        return catalogue;
    }

    UUID id() {
        return id;
    }

    String owner() {
        return owner;
    }

    String edition() {
        return edition;
    }

    String source() {
        return source;
    }

    String licence() {
        return licence;
    }

    boolean redistributable() {
        return redistributable;
    }

    int measureCount() {
        return measureCount;
    }

    Instant loadedAt() {
        return loadedAt;
    }
}

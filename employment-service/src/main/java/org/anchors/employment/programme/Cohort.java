package org.anchors.employment.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An intake of a programme. */
@Entity
class Cohort {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String programme;
    private String key;

    @Column(name = "starts_on")
    private @Nullable LocalDate startsOn;

    @Column(name = "ends_on")
    private @Nullable LocalDate endsOn;

    private @Nullable Integer places;

    @Column(name = "registered_at")
    private Instant registeredAt;

    @Column(name = "sealed_at")
    private @Nullable Instant sealedAt;

    @Version
    private long version;

    protected Cohort() {}

    static Cohort planned(Intake intake, Instant at) {
        var cohort = new Cohort();
        cohort.programme = intake.programme();
        cohort.key = intake.key();
        cohort.registeredAt = at;
        cohort.plan(intake);
        return cohort;
    }

    /** Plans it anew; its programme and key stay. */
    void plan(Intake intake) {
        startsOn = intake.startsOn();
        endsOn = intake.endsOn();
        places = intake.places();
    }

    String programme() {
        return programme;
    }

    String key() {
        return key;
    }

    @Nullable
    LocalDate startsOn() {
        return startsOn;
    }

    @Nullable
    LocalDate endsOn() {
        return endsOn;
    }

    @Nullable
    Integer places() {
        return places;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    @Nullable
    Instant sealedAt() {
        return sealedAt;
    }

    long version() {
        return version;
    }
}

package org.anchors.employment.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.anchors.employment.outcome.OutcomeRule;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A pre-employment programme. */
@Entity
class Programme {

    @Id
    private String key;

    private String name;
    private String provider;

    @Column(name = "delivery_partners")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> deliveryPartners;

    @Column(name = "starts_on")
    private @Nullable LocalDate startsOn;

    @Column(name = "length_weeks")
    private @Nullable Integer lengthWeeks;

    private @Nullable Integer places;

    @Column(name = "target_groups")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> targetGroups;

    @Column(name = "outcome_rule")
    private String outcomeRule;

    @Column(name = "outcome_rule_version")
    private int outcomeRuleVersion;

    @Column(name = "shared_key")
    private boolean sharedKey;

    @Embedded
    private @Nullable Funding funding;

    @Column(name = "registered_at")
    private Instant registeredAt;

    @Version
    private long version;

    protected Programme() {}

    static Programme registered(Registration registration, OutcomeRule rule, Instant at) {
        var programme = new Programme();
        programme.key = registration.key();
        programme.provider = registration.provider();
        programme.outcomeRule = rule.name();
        programme.outcomeRuleVersion = rule.version();
        programme.sharedKey = Boolean.TRUE.equals(registration.sharedKey());
        programme.registeredAt = at;
        programme.describe(registration);
        return programme;
    }

    /** Describes it anew; what it is counted and known by stays. */
    void describe(Registration registration) {
        name = registration.name();
        deliveryPartners = registration.deliveryPartnersOrNone();
        startsOn = registration.startsOn();
        lengthWeeks = registration.lengthWeeks();
        places = registration.places();
        targetGroups = registration.targetGroupsOrNone();
        funding = registration.funding() == null ? null : registration.funding().toThePenny();
    }

    String key() {
        return key;
    }

    String name() {
        return name;
    }

    String provider() {
        return provider;
    }

    List<String> deliveryPartners() {
        return deliveryPartners;
    }

    @Nullable
    LocalDate startsOn() {
        return startsOn;
    }

    @Nullable
    Integer lengthWeeks() {
        return lengthWeeks;
    }

    @Nullable
    Integer places() {
        return places;
    }

    List<String> targetGroups() {
        return targetGroups;
    }

    String outcomeRule() {
        return outcomeRule;
    }

    int outcomeRuleVersion() {
        return outcomeRuleVersion;
    }

    boolean sharedKey() {
        return sharedKey;
    }

    @Nullable
    Funding funding() {
        return funding;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    long version() {
        return version;
    }
}

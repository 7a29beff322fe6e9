package org.anchors.employment.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.anchors.contracts.event.DatedName;
import org.anchors.contracts.event.Event;
import org.anchors.contracts.event.OrganisationChanged;
import org.anchors.contracts.event.OrganisationRegistered;
import org.anchors.contracts.event.SignatureChanged;
import org.anchors.contracts.event.SignatureChanged.State;
import org.anchors.kit.inbox.Envelope;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.SentEvents;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** employment.md: referrers and employers are named by what charter-service tells of organisations and signatures. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class PartnersTest {

    private static final Instant AT = Instant.parse("2026-01-01T09:00:00Z");

    private final String key = "org-own" + Long.toString(System.nanoTime(), 36);

    @Inject
    PartnerProjection projection;

    @Inject
    Partners partners;

    @Test
    void hearsOfOrganisationsFromTheTopic() {
        SentEvents.send(registered("Old name", 1));
        SentEvents.send(signature(State.SIGNED, 1));
        SentEvents.send(changed("New name", null, 2));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(new Partners.Partner(key, "New name", true), told().get(key)));
        assertTrue(QuarkusTransaction.requiringNew().call(() -> partners.keys()).contains(key));
    }

    private Map<String, Partners.Partner> told() {
        return QuarkusTransaction.requiringNew().call(() -> partners.all());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void holdsWhatWasSaidLastInWhateverOrderAndHoweverOftenItArrives(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<Event>(List.of(
                registered("Old name", 1),
                changed("Name between", null, 2),
                changed("New name", null, 3),
                signature(State.PROPOSED, 1),
                signature(State.SIGNED, 2),
                signature(State.WITHDRAWN, 3)));
        events.addAll(List.copyOf(events).subList(random.nextInt(3), 4));
        Collections.shuffle(events, random);
        events.forEach(this::take);
        assertEquals(new Partners.Partner(key, "New name", false), partner(key), () -> "seed " + seed);
    }

    /** What happened with it before goes on to be told by its name. */
    @Test
    void keepsAnOrganisationThatAnotherOneHasSucceeded() {
        take(registered("Trust of before", 1));
        take(changed("Trust of before", key + "-next", 2));
        assertEquals("Trust of before", partner(key).name());
        assertFalse(told().containsKey(key + "-next"));
    }

    @Test
    void knowsThePlacesWhereAnOrganisationWorksNow() {
        take(registered("A name", 1));
        assertTrue(partners.places().contains("Place of " + key));
        take(changed("A name", null, 2));
        assertFalse(partners.places().contains("Place of " + key));
    }

    private Partners.Partner partner(String wanted) {
        return Objects.requireNonNull(told().get(wanted), "Nothing was told of " + wanted);
    }

    private void take(Event event) {
        QuarkusTransaction.requiringNew().run(() -> projection.apply(new Envelope(UUID.randomUUID(), AT, event)));
    }

    private OrganisationRegistered registered(String name, long version) {
        return new OrganisationRegistered(
                key,
                name,
                List.of(new DatedName(name, null, null)),
                List.of(),
                "NHS acute",
                List.of("Place of " + key),
                List.of(),
                "system",
                version,
                AT);
    }

    private OrganisationChanged changed(String name, @Nullable String successor, long version) {
        return new OrganisationChanged(
                key,
                name,
                List.of(new DatedName(name, null, null)),
                List.of(),
                "NHS acute",
                List.of("Another place of " + key),
                List.of(),
                "system",
                successor,
                successor == null ? null : LocalDate.of(2026, 4, 1),
                version,
                AT);
    }

    private SignatureChanged signature(State state, long version) {
        return new SignatureChanged(
                key + "-2024-27-1",
                key,
                "2024-27",
                "2024-25",
                "2026-27",
                "Chief Executive",
                state,
                null,
                null,
                0,
                version,
                AT);
    }
}

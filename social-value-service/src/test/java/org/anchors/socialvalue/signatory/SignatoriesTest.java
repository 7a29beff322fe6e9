package org.anchors.socialvalue.signatory;

import static org.anchors.socialvalue.procurement.Tender.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.anchors.contracts.event.OrganisationRegistered;
import org.anchors.contracts.event.SignatureChanged;
import org.anchors.contracts.event.SignatureChanged.State;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.SentEvents;
import org.anchors.kit.testing.Tokens;
import org.anchors.socialvalue.evaluation.Example;
import org.anchors.socialvalue.procurement.Tender;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A buyer that signed the charter, known by event, is held to its commitment on social value. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class SignatoriesTest {

    private static final LocalDate NOTICE = LocalDate.of(2026, 1, 15);

    @Inject
    Signatories signatories;

    private final String buyer = "buyer-" + UUID.randomUUID();

    @Test
    void aSignatoryCannotPublishAProcurementWithoutSocialValue() {
        var token = Tokens.of("somebody", buyer, Role.PROCUREMENT_OFFICER);
        var example = Example.read()
                .noticed(NOTICE)
                .with("/methodology/earlierNotice", "{\"reason\": \"Late\", \"approver\": \"Director\"}")
                .with("/methodology/regime", "\"BELOW_THRESHOLD\"")
                .with("/methodology/criteria/1/weight", "60")
                .with("/methodology/criteria/2", "")
                .with("/methodology/tieBreak", "[]");
        var body = """
                {"reference": "R", "title": "Catering", "bidDeadline": "%s", "methodology": %s}""".formatted(Instant.now().plusSeconds(600), example.at("/methodology"));
        var made = as(token).body(body).post(Tender.PATH);
        made.then().statusCode(201).body("faults", is(List.of())).body("charter", nullValue());
        tell(State.SIGNED, "2025-06-01", 1);
        awaitHeld(true);
        as(token)
                .get(made.header("Location") + "/check")
                .then()
                .body("charter.edition", is("2024-27"))
                .body("charter.commitment", is("Social value in all purchasing"));
        as(token)
                .header("If-Match", made.header("ETag"))
                .noContentType()
                .post(made.header("Location") + "/publication")
                .then()
                .statusCode(422)
                .body("faults.at", contains("/methodology/criteria"))
                .body("faults.rule", contains("charter-commitment"));
        tell(State.WITHDRAWN, "2026-01-01", 2);
        awaitHeld(false);
        as(token)
                .header("If-Match", made.header("ETag"))
                .noContentType()
                .post(made.header("Location") + "/publication")
                .then()
                .statusCode(200)
                .body("charter", nullValue());
    }

    /** The charter names no weight; what is measured of it counts from 10 on. */
    @ParameterizedTest
    @CsvSource({"9.99, CHARTER_INDICATOR_MISSED", "10, "})
    void tellsASignatoryOfAWeightThatTheChartersIndicatorDoesNotCount(String weight, @Nullable String warning) {
        QuarkusTransaction.requiringNew().run(() -> signatories.keep(event(State.SIGNED, "2025-06-01", 1)));
        var token = Tokens.of("somebody", buyer, Role.PROCUREMENT_OFFICER);
        var example = Example.read()
                .noticed(NOTICE)
                .with("/methodology/regime", "\"BELOW_THRESHOLD\"")
                .with(
                        "/methodology/criteria/0/weight",
                        new BigDecimal(50).subtract(new BigDecimal(weight)).toString())
                .with("/methodology/criteria/2/weight", weight);
        var body = """
                {"reference": "R", "title": "Catering", "methodology": %s}""".formatted(example.at("/methodology"));
        as(token)
                .body(body)
                .post(Tender.PATH)
                .then()
                .statusCode(201)
                .body(
                        "warnings.rule.findAll { it.startsWith('CHARTER') }",
                        is(Stream.ofNullable(warning).toList()));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-01, 2025-05-31, false",
        "2025-06-01, 2025-06-01, true",
        "2025-06-01, 2027-03-31, true",
        "2025-06-01, 2027-04-01, false",
        ", 2024-04-01, true",
        ", 2024-03-31, false"
    })
    void holdsFromTheDayOfTheSignatureWhileTheEditionLasts(String signed, LocalDate notice, boolean held) {
        QuarkusTransaction.requiringNew().run(() -> signatories.keep(event(State.SIGNED, signed, 1)));
        assertEquals(held, heldTo(notice).isPresent());
    }

    @Test
    void anOlderStateThatArrivesLaterChangesNothing() {
        QuarkusTransaction.requiringNew().run(() -> {
            signatories.keep(event(State.WITHDRAWN, "2026-01-01", 2));
            signatories.keep(event(State.SIGNED, "2025-06-01", 1));
        });
        assertTrue(heldTo(NOTICE).isEmpty());
    }

    @Test
    void aNoticeIsHeldToTheSignatureOfItsDayWhateverBecameOfItSince() {
        QuarkusTransaction.requiringNew().run(() -> {
            signatories.keep(event(State.SIGNED, "2025-06-01", 1));
            signatories.keep(event(State.WITHDRAWN, "2026-02-01", 2));
        });
        assertTrue(heldTo(NOTICE).isPresent());
        assertTrue(heldTo(LocalDate.of(2026, 2, 1)).isEmpty());
    }

    /** Which policies hold depends on what the buyer is, so it does not follow from what the buyer says alone. */
    @Test
    void anOrganisationOfTheNhsCannotBuyAsSomethingElse() {
        var token = Tokens.of("somebody", buyer, Role.PROCUREMENT_OFFICER);
        var example = Example.ofToday().with("/methodology/buyerType", "\"OTHER\"");
        var body = """
                {"reference": "R", "title": "Catering", "methodology": %s}""".formatted(example.at("/methodology"));
        var made = as(token).body(body).post(Tender.PATH).header("Location");
        var check = made + "/check";
        as(token).get(check).then().body("faults.rule", not(hasItem("another-buyer-type")));
        SentEvents.send(new OrganisationRegistered(
                buyer, "A trust", List.of(), List.of(), "NHS acute", List.of(), List.of(), "place", 1, Instant.now()));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as(token)
                .get(check)
                .then()
                .body("faults.find { it.rule == 'another-buyer-type' }.at", is("/methodology/buyerType")));
    }

    private Optional<Commitment> heldTo(LocalDate notice) {
        return QuarkusTransaction.requiringNew().call(() -> signatories.heldTo(buyer, notice));
    }

    private void tell(State state, String on, long version) {
        SentEvents.send(event(state, on, version));
    }

    private SignatureChanged event(State state, @Nullable String on, long version) {
        return new SignatureChanged(
                buyer + "-2024-27-1",
                buyer,
                "2024-27",
                "2024-25",
                "2026-27",
                "Chief Executive",
                state,
                on == null ? null : LocalDate.parse(on),
                null,
                0,
                version,
                Instant.now());
    }

    private void awaitHeld(boolean held) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> heldTo(NOTICE).isPresent() == held);
    }
}

package org.anchors.e2e;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The first true thing that each of the other two services does: issue "The platform stands", Layout. */
@OnThePlatform
@Order(6)
class VerticalsIT {

    private final Platform platform;

    VerticalsIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void aProgrammeIsRegisteredAndRead() {
        var programmes = "/api/employment/v1/programmes";
        var provider = Caller.person(platform, "provider-academy");
        provider.post(programmes, """
                        {"key": "health-and-care-academy", "name": "Health and Care Academy", "provider": "mse-icb",
                         "places": 120, "outcomeRule": "THREE_MONTHS"}""")
                .then()
                .statusCode(201)
                .header("Location", programmes + "/health-and-care-academy");
        Caller.anchorTeam(platform)
                .get(programmes + "/health-and-care-academy")
                .then()
                .statusCode(200)
                .body("provider", is("mse-icb"))
                .body("places", is(120));
        provider.get(programmes).then().statusCode(200).body("items.key", hasItem("health-and-care-academy"));
    }

    @Test
    void aCatalogueIsLoadedAndRead() {
        var catalogues = "/api/social-value/v1/catalogues";
        var buyer = Caller.person(platform, "buyer-mseft");
        buyer.post(catalogues, """
                        {"edition": "example-1", "source": "Invented for a test", "licence": "OGL-UK-3.0",
                         "redistributable": true,
                         "measures": [{"code": "M1", "unit": "FTE-year", "proxy": 20000, "priceYear": 2024,
                                       "source": "Invented for a test"}]}""").then().statusCode(201).header("Location", catalogues + "/example-1");
        Caller.person(platform, "evaluator-one")
                .get(catalogues + "/example-1")
                .then()
                .statusCode(200)
                .body("edition", is("example-1"));
    }
}

package org.anchors.socialvalue.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anchors.kit.caller.Role;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

/** scoring.md, "Quantitative social value": a catalogue is imported from CSV with errors per cell. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class CatalogueFilesTest {

    private static final String PATH = "/api/social-value/v1/catalogues";
    private static final String BUYER = Tokens.of("buyer-mseft", "mseft", Role.PROCUREMENT_OFFICER);

    private final String edition = "file-" + UUID.randomUUID();

    @Test
    void loadsARowForEachMeasureWithEverythingThatItSays() {
        load(heading(), """
                        code;kind;unit;proxy;priceYear;source;stacksWith;localMultiplier;riskToLife;licence;redistributable
                        SPEND;;GBP;1;2026;Example figure;;1.76;no;;
                        LIFE;MONETISED;person;20000.50;2024;"Example; figure";SPEND HOURS;;yes;OGL-UK-3.0;no
                        HOURS;RECORD_ONLY;hour;;;;;;;;
                        WORDS;TEXT;text;;;;;;;;
                        """).statusCode(201).body("edition", is(edition)).body("measureCount", is(4));
        var whole = read(edition);
        whole.then()
                .body("measures.code", contains("HOURS", "LIFE", "SPEND", "WORDS"))
                .body("measures[1].stacksWith", contains("SPEND", "HOURS"))
                .body("measures[1].riskToLife", is(true))
                .body("measures[1].licence", is("OGL-UK-3.0"))
                .body("measures[1].redistributable", is(false))
                .body("measures[2].licence", nullValue())
                .body("measures[2].riskToLife", is(false));
        assertTrue(whole.asString().contains("\"localMultiplier\":1.76,"), whole::asString);
    }

    @Test
    void theSameFileGivesTheSameCatalogueAsJson() {
        load(heading(), "code,unit,proxy,priceYear,source\nM1,hour,5.5,2024,s\n")
                .statusCode(201);
        var asJson = "json-" + UUID.randomUUID();
        as().header("Idempotency-Key", asJson)
                .contentType("application/json")
                .body("""
                        {"edition": "%s", "source": "Example figures", "licence": "OGL-UK-3.0", "redistributable": true,
                         "measures": [{"code": "M1", "unit": "hour", "proxy": 5.5, "priceYear": 2024, "source": "s"}]}""".formatted(asJson))
                .post(PATH)
                .then()
                .statusCode(201);
        assertEquals(
                read(asJson).jsonPath().getList("measures"),
                read(edition).jsonPath().getList("measures"));
    }

    @Test
    void everyFaultIsToldByItsCell() {
        load(Map.of("edition", "a b", "source", "s", "redistributable", "perhaps"), """
                        code,unit,proxy,priceYear,source,stacksWith,colour
                        M1,hour,"12,50",2024,s,,red
                        M1,furlong,1,1066,s,,
                        M2,hour,-1,2024,,M9,
                        """)
                .statusCode(422)
                .body(
                        "faults.at",
                        contains(
                                "row 1, column colour",
                                "?redistributable",
                                "row 2, column proxy",
                                "?edition",
                                "?licence",
                                "row 3, column unit",
                                "row 3, column priceYear",
                                "row 4, column source",
                                "row 4, column proxy",
                                "row 4, column stacksWith",
                                "row 3, column code"))
                .body("faults.given", hasItem("12,50"));
        as().get(PATH + "/a%20b").then().statusCode(404);
    }

    @Test
    void aFileThatIsNoTableOrTooLargeIsRefusedAsAWhole() {
        load(heading(), "code,unit\n\"M1,hour\n").statusCode(400).body("type", is("/problems/unreadable-file"));
        load(heading(), "").statusCode(400).body("detail", is("The file is empty."));
        load(heading(), "code,unit\n" + "M1,hour\n".repeat(2_001)).statusCode(413);
        load(heading(), "code,unit\n" + "x".repeat(1_000_000)).statusCode(413);
        as().get(PATH + "/" + edition).then().statusCode(404);
    }

    @Test
    void theSameKeyLoadsItOnce() {
        var key = UUID.randomUUID().toString();
        var file = "code,unit,proxy,priceYear,source\nM1,hour,5,2024,s\n";
        var first = request(key, heading(), file);
        first.then().statusCode(201);
        assertEquals(first.asString(), request(key, heading(), file).asString());
        request(key, heading(), file + "M2,hour,5,2024,s\n").then().statusCode(422);
    }

    @Test
    void theSampleCatalogueNamesSourcePriceYearAndLicenceOfEveryFigure() throws IOException {
        load(heading(), Files.readString(Path.of("../examples/catalogue-open.csv")))
                .statusCode(201);
        var read =
                read(edition).then().body("measures.findAll { it.proxy != null }.licence", everyItem(is("OGL-UK-3.0")));
        read.body(
                "measures.findAll { it.proxy != null && (it.source == null || it.priceYear == null) }", is(List.of()));
        read.body("measures.findAll { it.proxy != null }.redistributable", everyItem(is(true)));
        assertEquals(
                new BigDecimal("12.71"),
                new BigDecimal(
                        read.extract().jsonPath().getString("measures.find { it.code == 'PAID-HOUR-21' }.proxy")));
    }

    private Map<String, String> heading() {
        return Map.of(
                "edition", edition, "source", "Example figures", "licence", "OGL-UK-3.0", "redistributable", "true");
    }

    private static ValidatableResponse load(Map<String, String> heading, String csv) {
        return request(UUID.randomUUID().toString(), heading, csv).then();
    }

    private static Response request(String key, Map<String, String> heading, String csv) {
        return as().header("Idempotency-Key", key)
                .contentType("text/csv")
                .queryParams(heading)
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post(PATH);
    }

    private static Response read(String edition) {
        return as().get(PATH + "/" + edition);
    }

    private static RequestSpecification as() {
        return given().auth().oauth2(BUYER);
    }
}

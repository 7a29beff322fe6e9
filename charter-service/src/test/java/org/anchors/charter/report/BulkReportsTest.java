package org.anchors.charter.report;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.operator;
import static org.anchors.charter.report.ReportExamples.report;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.anchors.charter.report.ReportExamples.value;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.anchors.charter.Statements;
import org.anchors.contracts.event.Topic;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.PublishedEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 3, Bulk: a year's reports of many organisations in one file, all or nothing or accept-valid. */
@QuarkusTest
@TestProfile(FilesDatabase.class)
@QuarkusTestResource(Engines.class)
class BulkReportsTest {

    private static final String BULK = "/api/charter/v1/bulk/reports/2026-27";
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    @Inject
    DataSource dataSource;

    @BeforeEach
    void setUp() throws SQLException {
        setUpYears(dataSource);
    }

    /** Years of its own, so that it counts in nobody else's totals. */
    static void setUpYears(DataSource dataSource) throws SQLException {
        execute(dataSource, """
                insert into reporting_year (year, opens, due, closes)
                values (2026, '2026-04-01', '2099-12-31', null), (2027, '2026-04-01', '2099-12-31', null)
                on conflict (year) do nothing
                """);
    }

    /** Organisations that are expected to report, called by the name and a number from 1. */
    static void signatories(String name, int count, DataSource dataSource) throws SQLException {
        execute(dataSource, """
                insert into organisation (key, name, sector, places, alliances, level, note)
                select '%1$s-' || n, 'Organisation %1$s ' || n, 'NHS acute', '{}', '{}', 'place', ''
                from generate_series(1, %2$d) n on conflict do nothing
                """.formatted(name, count));
        execute(dataSource, """
                insert into signature (reference, edition, organisation, role, state)
                select '%1$s-' || n || '-2024-27-1', '2024-27', '%1$s-' || n, 'Chief Executive', 'PROPOSED'
                from generate_series(1, %2$d) n on conflict do nothing
                """.formatted(name, count));
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void rowsInAnyOrderBecomeReportsAndTheSameFileAgainChangesNothing() {
        var file = """
                organisation,kind,code,group,value,numerator,denominator,explanation
                police,value,EMP-01,,3500,,,
                fire,value,EMP-01,,400,,,'=growing
                police,value,EMP-03,,,900,3400,
                police,report,boardApproval.role,,Chief Constable,,,
                police,report,boardApproval.on,,2026-06-26,,,
                police,report,boardApproval.minute,,M/1,,,
                fire,value,EMP-05,veteran,0,,,
                """;
        var first = load(CSV, file, "");
        first.then()
                .statusCode(201)
                .body("accepted", is(2))
                .body("values", is(4))
                .body("unchanged", is(0))
                .body("faultCount", is(0));
        given().auth()
                .oauth2(anchorTeam())
                .get(first.header("Location"))
                .then()
                .statusCode(200)
                .body("id", is(first.<String>path("id")));
        given().auth()
                .oauth2(reporterOf("police"))
                .get(REPORTS + "/police-2026-27")
                .then()
                .statusCode(200)
                .body("said.boardApproval.minute", is("M/1"))
                .body("said.values.indicator", contains("EMP-01", "EMP-03"));
        given().auth()
                .oauth2(reporterOf("fire"))
                .get(REPORTS + "/fire-2026-27")
                .then()
                .body("said.values[0].explanation", is("=growing"));
        assertEquals(1, PublishedEvents.await(Topic.CHARTER, "police-2026-27").size());
        load(CSV, file, "").then().statusCode(201).body("accepted", is(0)).body("unchanged", is(2));
        load(CSV, file.replace("3500", "3501"), "")
                .then()
                .statusCode(422)
                .body("faults.rule", contains("report-exists"))
                .body("faults.at", contains("row 2"));
    }

    /** Sent as JSON and loaded from a file: in another order, numbers written otherwise, a code as a number. */
    @Test
    void aReportThatSaysTheSameInOtherWordsStaysAsItIs() throws SQLException {
        signatories("same", 1, dataSource);
        var sent = report(
                        "same-1",
                        "2026-27",
                        "{\"indicator\": \"EMP-03\", \"numerator\": 9, \"denominator\": 34, \"attributes\": {\"imdEdition\": 2019}}",
                        "{\"indicator\": \"PRO-01\", \"value\": 90, \"attributes\": {\"interSignatory\": 12.50}}",
                        "{\"indicator\": \"EMP-05\", \"group\": \"veteran\", \"value\": 1, \"explanation\": \"one\"}")
                .replace("\"values\"", """
                        "narratives": [{"pillar": "employment", "text": "We hired."}, {"pillar": "procurement", "text": "We bought."}],
                        "values\"""");
        given().auth()
                .oauth2(reporterOf("same-1"))
                .header("Idempotency-Key", newKey())
                .contentType("application/json")
                .body(sent)
                .post(REPORTS)
                .then()
                .statusCode(201);
        var file = """
                organisation,kind,code,group,value,numerator,denominator,explanation,attributes,text
                same-1,narrative,procurement,,,,,,,We bought.
                same-1,narrative,employment,,,,,,,We hired.
                same-1,value,EMP-05,veteran,1,,,one,,
                same-1,value,PRO-01,,90.00,,,,interSignatory=12.5,
                same-1,value,EMP-03,,,9,34,,imdEdition=2019,
                same-1,report,framework,,HSIYA,,,,,
                same-1,report,boardApproval.role,,Chief Executive,,,,,
                same-1,report,boardApproval.on,,2025-06-26,,,,,
                same-1,report,boardApproval.minute,,BM/25/061,,,,,
                """;
        load(CSV, file, "").then().statusCode(201).body("accepted", is(0)).body("unchanged", is(1));
        for (var other : List.of(
                file.replace("12.5", "12.51"),
                file.replace("2019", "2025"),
                file.replace(",one,", ",two,"),
                file.replace("We bought.", "We sold."),
                file.replace("same-1,value,EMP-05,veteran,1,,,one,,\n", ""))) {
            load(CSV, other, "").then().statusCode(422).body("faults.rule", contains("report-exists"));
        }
    }

    @Test
    void aContractThatTwoReportsOfAFileNameIsAFaultOfTheSecond() throws SQLException {
        signatories("leading", 2, dataSource);
        var file = """
                organisation,code,value,attributes
                leading-1,PRO-05,100,contracts=B-1;B-2
                leading-2,PRO-05,100,contracts=B-2
                """;
        load(CSV, file, "")
                .then()
                .statusCode(422)
                .body("faults.rule", contains("identifier-of-another"))
                .body("faults.at", contains("row 3, column attributes"));
    }

    @Test
    void oneFaultRefusesTheFileOrOnlyItsReport() {
        var file = """
                organisation;code;value;numerator;denominator
                basildon;EMP-01;900
                southend;EMP-03;;15000;14800
                southend;EMP-99;1
                rochford;EMP-01;5
                ;EMP-01;6
                """;
        var places = containsInAnyOrder(
                "row 3, column numerator",
                "row 4, column code",
                "row 5, column organisation",
                "row 6, column organisation");
        load(CSV, file, "").then().statusCode(422).body("faults.at", places);
        given().auth()
                .oauth2(reporterOf("basildon"))
                .get(REPORTS + "/basildon-2026-27")
                .then()
                .statusCode(404);
        load(CSV, file, "?mode=accept-valid")
                .then()
                .statusCode(201)
                .body("accepted", is(1))
                .body("refused", is(2))
                .body("faultCount", is(4))
                .body("faults.at", places);
        given().auth()
                .oauth2(reporterOf("basildon"))
                .get(REPORTS + "/basildon-2026-27")
                .then()
                .statusCode(200);
    }

    @Test
    void aLineIsAReport() {
        var file = oneLine(report("braintree", "2026-27", value("EMP-01", 2_000)))
                + "\n"
                + oneLine(report("eeast", "2026-27", value("EMP-99", 1)))
                + "\n{\"organisation\"\n"
                + oneLine(report("braintree", "2026-27", value("EMP-01", 2_000)));
        load(NDJSON, file, "?mode=accept-valid")
                .then()
                .statusCode(201)
                .body("accepted", is(1))
                .body("faults.at", containsInAnyOrder("line 2, /values/0/indicator", "line 3", "line 4"));
    }

    @Test
    void aDryRunFindsTheSameAndStoresNothing() {
        var sound = "organisation,code,value\nchelmsford,EMP-01,1\n";
        load(CSV, sound, "?dryRun=true")
                .then()
                .statusCode(200)
                .body("id", nullValue())
                .body("accepted", is(1))
                .body("values", is(1));
        given().auth()
                .oauth2(anchorTeam())
                .get(REPORTS + "/chelmsford-2026-27")
                .then()
                .statusCode(404);
        load(CSV, sound.replace("EMP-01", "EMP-99"), "?dryRun=true")
                .then()
                .statusCode(422)
                .body("faults.at", contains("row 2, column code"));
        load(CSV, sound.replace("EMP-01", "EMP-99"), "?dryRun=true&mode=accept-valid")
                .then()
                .statusCode(200)
                .body("refused", is(1));
    }

    @Test
    void whatTheDatabaseCannotHoldIsAFaultAtItsPlace() {
        load(CSV, "organisation,code,value,explanation\nmaldon,EMP-01,5,a\0b\u0001c\n", "")
                .then()
                .statusCode(422)
                .body("faults.rule", contains("character-not-allowed"))
                .body("faults.at", contains("row 2, column explanation"));
        var line = oneLine(report(
                "maldon", "2026-27", "{\"indicator\": \"EMP-01\", \"value\": 1, \"explanation\": \"a\\u0000b\"}"));
        load(NDJSON, line, "")
                .then()
                .statusCode(422)
                .body("faults.rule", contains("character-not-allowed"))
                .body("faults.at", contains("line 1, /values/0/explanation"));
        load(CSV, "organisation,code,value\nmaldon,EMP-01,5\nmal\0don,EMP-01,5\n", "")
                .then()
                .statusCode(422)
                .body("faults.at", everyItem(is("row 3, column organisation")))
                .body("faults.rule", hasItem("character-not-allowed"));
    }

    /** Memory holds the rows of one organisation; they may be as many as fit into a body. */
    @Test
    void oneOrganisationCannotFillAllMemory() {
        var row = "maldon,EMP-01,5\n";
        var brackets = "maldon,EMP-01,5," + "a ".repeat(99_000) + "\n";
        for (var rows : List.of(row.repeat(2_001), row.repeat(30_000), brackets.repeat(3))) {
            load(CSV, "organisation,code,value,identifiers\nfire,EMP-01,5,\n" + rows, "?mode=accept-valid")
                    .then()
                    .statusCode(413)
                    .body("type", is("/problems/file-too-large"))
                    .body(
                            "detail",
                            startsWith(
                                    "The report of maldon, which begins at row 3, is too large: one may have 2,000 rows,"));
        }
    }

    @Test
    void aRowThatSpeaksOfAnotherYearOrOrganisationIsAFault() {
        var file = """
                organisation,kind,code,value
                maldon,report,year,2024-25
                maldon,report,organisation,mseft
                maldon,value,EMP-01,5
                """;
        load(CSV, file, "")
                .then()
                .statusCode(422)
                .body("faults.rule", contains("differs-from-file", "differs-from-file"))
                .body("faults.at", containsInAnyOrder("row 2, column value", "row 3, column value"));
    }

    /** One by one each would take a dozen. */
    @Test
    void thousandsOfReportsTakeFewerStatementsThanThereAreReports() throws SQLException {
        var reports = 2_000;
        signatories("many", reports, dataSource);
        var file = new StringBuilder("organisation,code,value\n");
        for (var number = 1; number <= reports; number++) {
            file.append("many-%d,EMP-01,%d%nmany-%d,EMP-08,%d%n".formatted(number, number, number, number % 7));
        }
        var request = newKey();
        sending(CSV, file.toString().getBytes(StandardCharsets.UTF_8))
                .header("X-Request-Id", request)
                .post(BULK)
                .then()
                .statusCode(201)
                .body("accepted", is(reports));
        var statements = Statements.of(request);
        assertTrue(statements > 0 && statements < reports / 4, () -> statements + " statements");
        given().auth()
                .oauth2(operator())
                .get("/api/charter/v1/audit/verification")
                .then()
                .statusCode(200)
                .body("intact", is(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16", "UTF-16LE"})
    void whatIsNotUtf8IsRefused(String encoding) {
        var small = "organisation,code,value,explanation\nmaldon,EMP-01,5,caf\u00E9\n";
        var later = small.replace("caf\u00E9", "x")
                .concat("maldon,EMP-02,6,x\n".repeat(9_000))
                .concat("maldon,caf\u00E9\n");
        for (var file : List.of(small, small.replace("explanation", "\u00E9"), later)) {
            for (var query : List.of("", "?dryRun=true")) {
                load(CSV, file.getBytes(Charset.forName(encoding)), query)
                        .then()
                        .statusCode(400)
                        .body("type", is("/problems/unreadable-file"))
                        .body("detail", startsWith("Save it as CSV UTF-8: "));
            }
        }
    }

    @Test
    void aClosedYearIsTheFaultOfTheWholeFile() throws SQLException {
        execute(dataSource, """
                insert into reporting_year (year, opens, due, closes) values (2028, '2099-04-01', '2099-12-31', null)
                on conflict (year) do nothing
                """);
        var file = "organisation,code,value\nmaldon,EMP-01,5\nfire,EMP-99,5\nnobody,EMP-01,5\n"
                .getBytes(StandardCharsets.UTF_8);
        var closed = BULK.replace("2026-27", "2028-29");
        sending(CSV, file)
                .post(closed)
                .then()
                .statusCode(422)
                .body("faults.findAll { it.rule == 'window-closed' }.at", contains("path, year"))
                .body(
                        "faults.findAll { it.at == 'path, year' }.mend",
                        contains("Reports of this year are taken from 2099-04-01 on."))
                .body("faults.at", hasItems("row 3, column code", "row 4, column organisation"));
        sending(CSV, file)
                .post(closed + "?mode=accept-valid")
                .then()
                .statusCode(201)
                .body("accepted", is(0))
                .body("refused", is(3));
    }

    @Test
    void countsItsFaultsInGoodGrammar() {
        var head = "organisation,code,value\n";
        load(CSV, head + "maldon,EMP-99,5\n", "").then().body("detail", is("1 fault; nothing was stored."));
        load(CSV, head + "maldon,EMP-98,5\nmaldon,EMP-99,5\n", "")
                .then()
                .body("detail", is("2 faults; nothing was stored."));
        load(CSV, head + ",EMP-01,5\n".repeat(1_001), "")
                .then()
                .body("detail", is("1,001 faults, of which the first 1,000 are listed; nothing was stored."));
    }

    @Test
    void isForTheAnchorTeamAndSaysWhatIsWrongWithTheFile() {
        given().auth()
                .oauth2(reporterOf("mseft"))
                .header("Idempotency-Key", newKey())
                .contentType(CSV)
                .body("organisation,code".getBytes(StandardCharsets.UTF_8))
                .post(BULK)
                .then()
                .statusCode(403);
        load(CSV, "code,colour\nEMP-01,1\n", "")
                .then()
                .statusCode(422)
                .body("faults.rule", containsInAnyOrder("unknown-column", "column-missing"));
        load(CSV, "organisation,code\n", "?mode=some").then().statusCode(422);
    }

    private static String oneLine(String report) {
        return report.replace("\n", " ");
    }

    private static Response load(String type, String file, String query) {
        return load(type, file.getBytes(StandardCharsets.UTF_8), query);
    }

    private static Response load(String type, byte[] file, String query) {
        return sending(type, file).post(BULK + query);
    }

    private static RequestSpecification sending(String type, byte[] file) {
        return given().auth()
                .oauth2(anchorTeam())
                .header("Idempotency-Key", newKey())
                .contentType(type)
                .body(file);
    }
}

package org.anchors.charter.report;

import static io.restassured.RestAssured.given;
import static org.anchors.charter.report.ReportExamples.REPORTS;
import static org.anchors.charter.report.ReportExamples.anchorTeam;
import static org.anchors.charter.report.ReportExamples.newKey;
import static org.anchors.charter.report.ReportExamples.ratio;
import static org.anchors.charter.report.ReportExamples.report;
import static org.anchors.charter.report.ReportExamples.reporterOf;
import static org.anchors.charter.report.ReportExamples.value;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.charter.indicator.Kind;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.charter.spreadsheet.RawBook;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.testing.Engines;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** reporting.md, Submitting: a report comes as JSON, or as CSV or XLSX in the template that the API itself hands out. */
@QuarkusTest
@TestProfile(FilesDatabase.class)
@QuarkusTestResource(Engines.class)
class ReportFilesTest {

    private static final String WORDS = "=HYPERLINK(\"http://example.org\") and a \"quote\"; two\nlines";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DROP_DOWN = Pattern.compile(
            "<dataValidation [^>]*sqref=\"(?<cell>[A-Z]+[0-9]+)(:[A-Z0-9]+)?\"[^>]*>\\s*<formula1>[^<]*Choices[^<]*!"
                    + "\\$?(?<column>[A-Z])\\$?(?<first>[0-9]+):\\$?[A-Z]\\$?(?<last>[0-9]+)</formula1>");

    @Inject
    ReportingYears years;

    /** Years of its own, so that it counts in nobody else's totals. */
    @BeforeEach
    @Transactional
    void setUpYears() {
        for (var start : List.of(2026, 2027)) {
            years.load(new ReportingWindow(
                    new ReportingYear(start), LocalDate.of(2026, 4, 1), LocalDate.of(2099, 12, 31), null));
        }
    }

    @Test
    void aTemplateFilledInAsCsvSaysTheSameAsJson() throws IOException {
        var filled = fill(Tables.csv(template("castlepoint", "csv").asString()));
        var fromFile = post("castlepoint", "text/csv", Tables.written(filled, ','), "");
        fromFile.then().statusCode(201).body("state", is("SUBMITTED"));
        assertSameAsJson("castlepoint", "chelmsford");
    }

    @Test
    void aTemplateFilledInAsAWorkbookSaysTheSameAsJson() throws IOException {
        var sheets = Tables.sheets(template("aru", "xlsx").asByteArray());
        var filled = new HashMap<String, List<List<String>>>();
        filled.put("Values", fill(Objects.requireNonNull(sheets.get("Values"))));
        filled.put("Report", fill(Objects.requireNonNull(sheets.get("Report"))));
        post("aru", ReportFile.XLSX, Tables.workbook(filled), "").then().statusCode(201);
        assertSameAsJson("aru", "uoe");
    }

    @Test
    void theWorkbookHasDropDownsAFrozenHeadAndDefinitions() throws IOException {
        var parts = parts(template("mseft", "xlsx").asByteArray());
        var values = parts.entrySet().stream()
                .filter(part -> part.getKey().endsWith("sheet1.xml"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertTrue(values.contains("state=\"frozen\""), values.substring(0, 500));
        var sheets = Tables.sheets(template("mseft", "xlsx").asByteArray());
        assertTrue(
                sheets.keySet().containsAll(List.of("Values", "Definitions", "Report")),
                sheets.keySet().toString());
        var definitions = Objects.requireNonNull(sheets.get("Definitions"));
        assertEquals(46, definitions.size());
        var basis = "basis= (market-based or location-based electricity: one of MARKET, LOCATION)";
        assertTrue(Tables.cell(definitions, "SUS-01", "attributes").contains(basis));
        assertTrue(Tables.cell(Objects.requireNonNull(sheets.get("Values")), "SUS-01", "attributes known")
                .contains(basis));
    }

    @Test
    void everyCellWithKnownAnswersHasADropDownOfThem() throws IOException {
        var book = template("mseft", "xlsx").asByteArray();
        var catalogue = catalogue();
        var values = new TreeMap<String, List<String>>();
        expect(book, "Values", "state", row -> List.of("NOT_APPLICABLE", "NOT_COLLECTED"), values);
        expect(book, "Values", "value", row -> answers(catalogue, row.getFirst()), values);
        expect(
                book,
                "Values",
                "group",
                row -> catalogue.find(row.getFirst()).orElseThrow().groups(),
                values);
        assertEquals(values, dropDowns(book, "sheet1.xml"));
        var report = new TreeMap<String, List<String>>();
        var pillars =
                List.of("employment", "procurement", "land-buildings", "sustainability", "leadership-partnership");
        var frameworks = catalogue.find("LDP-04").orElseThrow().codes();
        expect(book, "Report", "value", row -> row.contains("framework") ? frameworks : List.of(), report);
        expect(book, "Report", "code", row -> row.getFirst().equals("report") ? List.of() : pillars, report);
        assertEquals(report, dropDowns(book, "sheet3.xml"));
    }

    private static Catalogue catalogue() throws IOException {
        try (var stream = ReportFilesTest.class.getResourceAsStream("/reference/indicators-2024.1-adding.json")) {
            return JSON.readValue(stream, Catalogue.class);
        }
    }

    private static List<String> answers(Catalogue catalogue, String code) {
        var indicator = catalogue.find(code).orElseThrow();
        return indicator.kind() == Kind.TRUTH ? List.of("true", "false") : indicator.codes();
    }

    /** Adds the choices that each row should have in a column, by the name of the cell. */
    private static void expect(
            byte[] book,
            String sheet,
            String column,
            Function<List<String>, List<String>> choices,
            Map<String, List<String>> into)
            throws IOException {
        var rows = Objects.requireNonNull(Tables.sheets(book).get(sheet));
        var letter = (char) ('A' + rows.getFirst().indexOf(column));
        for (var row = 1; row < rows.size(); row++) {
            var among = choices.apply(rows.get(row));
            if (!among.isEmpty()) {
                into.put("%s%d".formatted(letter, row + 1), among);
            }
        }
    }

    /** The choices of each cell of a sheet that has a drop-down, as they stand on the sheet that holds them. */
    private static Map<String, List<String>> dropDowns(byte[] book, String sheet) throws IOException {
        var choices = Objects.requireNonNull(Tables.sheets(book).get("Choices"));
        var xml = Objects.requireNonNull(parts(book).get("xl/worksheets/" + sheet));
        var found = new TreeMap<String, List<String>>();
        DROP_DOWN.matcher(xml).results().forEach(list -> {
            var column = list.group("column").charAt(0) - 'A';
            var last = Integer.parseInt(list.group("last"));
            found.put(
                    list.group("cell"),
                    choices.subList(Integer.parseInt(list.group("first")) - 1, last).stream()
                            .map(row -> row.get(column))
                            .toList());
        });
        return found;
    }

    @Test
    void tellsWhenAChangeIsQueried() throws IOException {
        var definitions = Objects.requireNonNull(
                Tables.sheets(template("mseft", "xlsx").asByteArray()).get("Definitions"));
        var rows = Tables.csv(template("mseft", "csv").asString());
        Map.of(
                        "EMP-01", "it changed by more than 20 %",
                        "EMP-03", "the share changed by more than 10 percentage points",
                        "LDP-05", "it moved by more than 1",
                        "SUS-03",
                                "the denominator is another than last year's; baselineYear is another than last year's",
                        "EMP-08", "")
                .forEach((code, when) -> {
                    assertEquals(when, Tables.cell(definitions, code, "queried when"));
                    assertEquals(when, Tables.cell(rows, code, "queried when"));
                });
    }

    /** Templates that were handed out before a column was added are still filled in. */
    @Test
    void anOlderTemplateWithoutAColumnThatExplainsIsTaken() {
        var filled = fill(Tables.csv(template("dwp", "csv").asString()));
        var explains = filled.getFirst().indexOf("queried when");
        var older = filled.stream()
                .map(row -> {
                    var cells = new ArrayList<>(row);
                    cells.remove(explains);
                    return List.copyOf(cells);
                })
                .toList();
        post("dwp", "text/csv", Tables.written(older, ','), "?dryRun=true")
                .then()
                .statusCode(200);
    }

    @Test
    void theTemplateHoldsLastYearsValuesAndTheDraft() {
        var lastYear = report(
                "maldon",
                "2026-27",
                value("EMP-01", 311),
                "{\"indicator\": \"LAB-02\", \"value\": 2, \"identifiers\": [\"GB-COH-01234567\"]}",
                "{\"indicator\": \"LAB-03\", \"value\": 5, \"attributes\": {\"rooms\": 4}}");
        post("maldon", "application/json", lastYear, "").then().statusCode(201);
        given().auth()
                .oauth2(reporterOf("maldon"))
                .contentType(ContentType.JSON)
                .body(report(
                        "maldon",
                        "2027-28",
                        value("EMP-01", 322),
                        "{\"indicator\": \"EMP-05\", \"group\": \"veteran\", \"value\": 2, \"explanation\": \"=1+1\"}"))
                .put("/api/charter/v1/organisations/maldon/drafts/2027-28")
                .then()
                .statusCode(201);
        var rows = Tables.csv(given().auth()
                .oauth2(reporterOf("maldon"))
                .accept("text/csv")
                .get("/api/charter/v1/organisations/maldon/template/2027-28")
                .asString());
        assertEquals("311", Tables.cell(rows, "EMP-01", "", "last year: value"));
        assertEquals("GB-COH-01234567", Tables.cell(rows, "LAB-02", "", "last year: identifiers"));
        assertEquals("rooms=4", Tables.cell(rows, "LAB-03", "", "last year: attributes"));
        assertEquals("322", Tables.cell(rows, "EMP-01", "", "value"));
        assertEquals("'=1+1", Tables.cell(rows, "EMP-05", "veteran", "explanation"));
        var forTheTeam = Tables.csv(given().auth()
                .oauth2(anchorTeam())
                .get("/api/charter/v1/organisations/maldon/template/2027-28?format=csv")
                .asString());
        assertEquals("311", Tables.cell(forTheTeam, "EMP-01", "", "last year: value"));
        assertEquals("", Tables.cell(forTheTeam, "EMP-01", "", "value"));
    }

    @Test
    void theTemplateOfAForeignOrganisationDoesNotExist() {
        given().auth()
                .oauth2(reporterOf("eput"))
                .get("/api/charter/v1/organisations/mseft/template/2026-27?format=csv")
                .then()
                .statusCode(404);
    }

    @Test
    void everyFaultOfACsvFileComesBackByRowAndColumn() {
        var file = """
                kind;code;group;state;value;numerator;denominator;explanation;title;text;colour
                report;organisation;;;mseft
                report;year;;;2026-27
                report;boardApproval.on;;;26/06/2026
                value;EMP-03;;;;15000;14800
                value;EMP-99;;;1
                value;EMP-01;;;many
                value;EMP-02;;;;29%;14800
                value;EMP-05;;;12
                value;EMP-08;;;1,5
                value;SUS-02;;unknown
                wrong;EMP-11;;;3
                """;
        post("mseft", "text/csv", file.getBytes(StandardCharsets.UTF_8), "?dryRun=true")
                .then()
                .statusCode(422)
                .body(
                        "faults.at",
                        containsInAnyOrder(
                                "row 1, column colour",
                                "row 4, column value",
                                "no row boardApproval.minute",
                                "no row boardApproval.role",
                                "row 5, column numerator",
                                "row 6, column code",
                                "row 7, column value",
                                "row 8, column numerator",
                                "row 9, column group",
                                "row 10, column value",
                                "row 11, column state",
                                "row 11, column value",
                                "row 12, column kind"))
                .body("faults.find { it.at == 'row 5, column numerator' }.rule", is("numerator-above-denominator"))
                .body("faults.find { it.at == 'row 8, column numerator' }.rule", is("percentage"))
                .body("faults.find { it.at == 'row 10, column value' }.rule", is("decimal-comma"));
    }

    @Test
    void everyFaultOfAWorkbookComesBackByCell() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Test", "1.0")) {
            var values = book.newWorksheet("Values");
            var columns = List.of("code", "group", "state", "value", "numerator", "denominator", "explanation");
            for (var column = 0; column < columns.size(); column++) {
                values.value(0, column, columns.get(column));
            }
            values.value(1, 0, "EMP-02");
            values.value(1, 4, 0.29);
            values.style(1, 4).format("0%").set();
            values.value(1, 5, 14_800);
            values.value(2, 0, "EMP-01");
            values.formula(2, 3, "SUM(A1:A9)");
            values.value(3, 0, "EMP-03");
            values.value(3, 4, 15_000);
            values.value(3, 5, 14_800);
            var report = book.newWorksheet("Report");
            var words = List.of("kind", "code", "value");
            for (var column = 0; column < words.size(); column++) {
                report.value(0, column, words.get(column));
            }
            report.value(1, 0, "report");
            report.value(1, 1, "organisation");
            report.value(1, 2, "mseft");
            report.value(2, 0, "report");
            report.value(2, 1, "year");
            report.value(2, 2, "2026-28");
        }
        post("mseft", ReportFile.XLSX, out.toByteArray(), "?dryRun=true")
                .then()
                .statusCode(422)
                .body(
                        "faults.at",
                        containsInAnyOrder(
                                "Values!E2, column numerator", "Values!D3, column value", "Report!C3, column value"));
    }

    @Test
    void nothingThatAWorkbookHoldsIsPassedOver() throws IOException {
        var report = RawBook.sheetOf(RawBook.row("kind", "code", "value")
                + RawBook.row("report", "organisation", "mseft")
                + RawBook.row("report", "year", "2026-27"));
        var values = RawBook.sheetOf(RawBook.row("code", "value", "explanation") + """
                <row><c t="str"><v>EMP-01</v></c><c t="s"><v>7</v></c></row>
                <row><c t="str"><v>EMP-02</v></c><c t="d"><v>2026-06-26</v></c></row>
                <row><c t="str"><v>EMP-03</v></c><c t="d"><v>soon</v></c></row>
                """);
        post(
                        "mseft",
                        ReportFile.XLSX,
                        RawBook.of(Map.of("Values", values, "Report", report)).bytes(),
                        "")
                .then()
                .statusCode(422)
                .body(
                        "faults.findAll { it.at.startsWith('Values!B') }.rule",
                        containsInAnyOrder("unreadable-cell", "date-for-number", "unreadable-cell"));
        post(
                        "mseft",
                        ReportFile.XLSX,
                        RawBook.of(Map.of("Figures", values, "Report", report)).bytes(),
                        "")
                .then()
                .statusCode(422)
                .body("faults.at", containsInAnyOrder("Values", "Figures"))
                .body("faults.rule", containsInAnyOrder("sheet-missing", "unknown-sheet"));
    }

    @Test
    void aSmallWorkbookCannotFillAllMemory() throws IOException {
        var far = RawBook.sheetOf("<row r='2'><c r='ZZZZZZ2'><v>1</v></c></row>");
        post("mseft", ReportFile.XLSX, RawBook.of(Map.of("Values", far)).bytes(), "")
                .then()
                .statusCode(413)
                .body("detail", is("A sheet may have 100 columns."));
    }

    @Test
    void aCharacterThatCannotBeStoredIsAFaultAtItsCell() {
        var file = """
                kind,code,value,explanation
                report,organisation,mseft,
                report,year,2026-27,
                value,EMP-01,5,a\0b
                """;
        post("mseft", "text/csv", file.getBytes(StandardCharsets.UTF_8), "")
                .then()
                .statusCode(422)
                .body("faults.rule", contains("character-not-allowed"))
                .body("faults.at", contains("row 4, column explanation"));
    }

    @Test
    void aDryRunOfAFileTellsQueriesByRow() {
        var filled = fill(Tables.csv(template("dwp", "csv").asString()));
        var row = 1;
        while (!filled.get(row).get(1).equals("SUS-02")) {
            row++;
        }
        post("dwp", "text/csv", Tables.written(filled, ';'), "?dryRun=true")
                .then()
                .statusCode(200)
                .body("queries.at", hasItem("row " + (row + 1)));
        given().auth()
                .oauth2(reporterOf("dwp"))
                .get(REPORTS + "/dwp-2026-27")
                .then()
                .statusCode(404);
    }

    @Test
    void refusesAFileThatIsTooLargeOrOfNoKnownKind() {
        post("mseft", "text/csv", "x".repeat(1_100_000).getBytes(StandardCharsets.UTF_8), "")
                .then()
                .statusCode(413);
        post("mseft", ReportFile.XLSX, "no zip".getBytes(StandardCharsets.UTF_8), "")
                .then()
                .statusCode(400)
                .body("type", is("/problems/unreadable-file"));
        post("mseft", "application/vnd.ms-excel", new byte[] {1}, "").then().statusCode(415);
        post("mseft", "text/csv", "kind,code,value\n".getBytes(StandardCharsets.UTF_8), "")
                .then()
                .statusCode(422)
                .body("faults.at", containsInAnyOrder("no row organisation", "no row year"));
    }

    @Test
    void theSameFileWithTheSameKeyHasOneEffect() {
        var filled = fill(Tables.csv(template("sec", "csv").asString()));
        var key = newKey();
        var first = post("sec", "text/csv", Tables.written(filled, ','), "", key);
        var again = post("sec", "text/csv", Tables.written(filled, ','), "", key);
        assertEquals(201, first.statusCode(), first.asString());
        assertEquals(first.asString(), again.asString());
        post("sec", "text/csv", Tables.written(filled, ','), "")
                .then()
                .statusCode(409)
                .body("detail", containsString("sec-2026-27"));
    }

    private static void assertSameAsJson(String fromFile, String fromJson) throws IOException {
        var body = report(
                        fromJson,
                        "2026-27",
                        value("EMP-01", 7_400),
                        ratio("EMP-03", 2_000, 7_000).replace("}", ", \"attributes\": {\"imdEdition\": \"2019\"}}"),
                        "{\"indicator\": \"EMP-05\", \"group\": \"veteran\", \"value\": 0, \"explanation\": "
                                + JSON.writeValueAsString(WORDS) + "}",
                        "{\"indicator\": \"LDP-04\", \"value\": \"ESSEX\"}")
                .replace(
                        "\"values\"",
                        "\"narratives\": [{\"pillar\": \"employment\", \"text\": %s}], \"values\""
                                .formatted(JSON.writeValueAsString(WORDS)));
        post(fromJson, "application/json", body, "").then().statusCode(201);
        assertEquals(said(fromJson), said(fromFile));
    }

    private static JsonNode said(String organisation) throws IOException {
        var said = JSON.readTree(given().auth()
                        .oauth2(reporterOf(organisation))
                        .get(REPORTS + "/" + organisation + "-2026-27")
                        .asString())
                .get("said");
        ((com.fasterxml.jackson.databind.node.ObjectNode) said).remove(List.of("submittedAt", "submittedBy"));
        return said;
    }

    /** Fills in what assertSameAsJson says. */
    private static List<List<String>> fill(List<List<String>> rows) {
        var head = rows.getFirst();
        var filled = new ArrayList<List<String>>();
        filled.add(head);
        for (var row : rows.subList(1, rows.size())) {
            var cells = new ArrayList<>(row);
            var name =
                    cells.get(head.indexOf("code")) + (head.contains("group") ? cells.get(head.indexOf("group")) : "");
            switch (name) {
                case "EMP-01" -> cells.set(head.indexOf("value"), "7400");
                case "EMP-03" -> {
                    cells.set(head.indexOf("numerator"), "2000");
                    cells.set(head.indexOf("denominator"), "7000");
                    cells.set(head.indexOf("attributes"), "imdEdition=2019");
                }
                case "EMP-05veteran" -> {
                    cells.set(head.indexOf("value"), "0");
                    cells.set(head.indexOf("explanation"), "'" + WORDS);
                }
                case "LDP-04" -> cells.set(head.indexOf("value"), "ESSEX");
                case "framework" -> cells.set(head.indexOf("value"), "HSIYA");
                case "boardApproval.role" -> cells.set(head.indexOf("value"), "Chief Executive");
                case "boardApproval.on" -> cells.set(head.indexOf("value"), "2025-06-26");
                case "boardApproval.minute" -> cells.set(head.indexOf("value"), "BM/25/061");
                case "employment" -> cells.set(head.indexOf("text"), "'" + WORDS);
                default -> {}
            }
            filled.add(cells);
        }
        return filled;
    }

    private static Map<String, String> parts(byte[] file) throws IOException {
        var parts = new HashMap<String, String>();
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            for (var part : Collections.list(zip.getEntries())) {
                try (var stream = zip.getInputStream(part)) {
                    parts.put(part.getName(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return parts;
    }

    private static Response template(String organisation, String format) {
        var answer = given().auth()
                .oauth2(reporterOf(organisation))
                .get("/api/charter/v1/organisations/%s/template/2026-27?format=%s".formatted(organisation, format));
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer;
    }

    private static Response post(String organisation, String type, String body, String query) {
        return post(organisation, type, body.getBytes(StandardCharsets.UTF_8), query, newKey());
    }

    private static Response post(String organisation, String type, byte[] body, String query) {
        return post(organisation, type, body, query, newKey());
    }

    private static Response post(String organisation, String type, byte[] body, String query, String key) {
        return given().auth()
                .oauth2(reporterOf(organisation))
                .header("Idempotency-Key", key)
                .contentType(type)
                .body(body)
                .post(REPORTS + query);
    }
}

package org.anchors.socialvalue.bundle;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anchors.kit.caller.Role;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.platform.Sha256;
import org.anchors.kit.testing.Engines;
import org.anchors.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** scoring.md, "The result": same inputs, same bytes; whoever has the bundle can see that for themselves. */
@QuarkusTest
@WithTestResource(value = Engines.class, scope = TestResourceScope.GLOBAL)
class BundleTest {

    private static final String PATH = "/api/social-value/v1/evaluations";
    private static final String BUYER = Tokens.of("buyer-mseft", "mseft", Role.PROCUREMENT_OFFICER);

    @Test
    void holdsTheVeryBytesThatWereAnsweredAndTheInputsThatItsHashesAreOf() throws IOException, NotABundle {
        var answer = post(PATH, example());
        var bundle = Bundle.open(bundled(example()));
        assertEquals(answer.asString(), bundle.text("evaluation.json"));
        assertEquals(answer.path("hashes.methodology"), Sha256.of(bundle.text("methodology.json")));
        assertEquals(answer.path("hashes.catalogue"), Sha256.of(bundle.text("catalogue.json")));
        assertEquals(answer.path("hashes.inputs"), Sha256.of(bundle.text("bids.json")));
    }

    @Test
    void theSameInputsGiveTheSameFile() throws IOException {
        assertArrayEquals(bundled(example()), bundled(example()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"from\": \"\\\"FINAL_ONLY\\\"\", \"to\": \"\\\"EVERY_STAGE\\\"\"}",
                "{\"from\": \"LOWEST_PRICE_RELATIVE\", \"to\": \"MIN_MAX\"}",
                "{\"from\": \"2500000\", \"to\": \"2500000.00\"}",
                "{\"from\": \"\\\"gates\\\": [\", \"to\": \"\\\"scale\\\": {\\\"name\\\": \\\"s\\\", \\\"grades\\\": [{\\\"grade\\\": 0, \\\"mark\\\": 0},{\\\"grade\\\": 25, \\\"mark\\\": 25.50},{\\\"grade\\\": 33, \\\"mark\\\": 30},{\\\"grade\\\": 50, \\\"mark\\\": 50},{\\\"grade\\\": \\\"66\\\", \\\"mark\\\": 66},{\\\"grade\\\": 75, \\\"mark\\\": 75},{\\\"grade\\\": 100, \\\"mark\\\": 100}]}, \\\"gates\\\": [\"}"
            })
    void isVerifiedAndRecomputedWithoutAnyService(String change) throws IOException, NotABundle {
        var changes = new ObjectMapper().readTree(change);
        var body = changes.isEmpty()
                ? example()
                : example()
                        .replace(
                                changes.path("from").asText(),
                                changes.path("to").asText());
        var answer = post(PATH, body);
        var verified = Verification.of(bundled(body), StrictJson.standalone());
        assertEquals(answer.path("winner"), verified.evaluation().winner());
    }

    /** Every single byte matters: of the parts, of the manifest, and of the archive around them. */
    @Test
    void anyByteThatIsChangedIsFound() throws IOException {
        var file = bundled(example());
        for (var i = 0; i < file.length; i++) {
            var changed = file.clone();
            changed[i] ^= 1;
            assertThrows(NotABundle.class, () -> Bundle.open(changed), "byte " + i);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "methodology.json | \"weight\":40 | \"weight\":41",
                "methodology.json | \"formula\":\"LOWEST_PRICE_RELATIVE\" | \"bounds\":null",
                "bids.json | \"q1\":\"66\" | \"q1\":\"off the scale\"",
                "catalogue.json | \"proxy\":20000 | \"proxy\":20001",
                "bids.json | \"price\":2170000 | \"price\":2170001",
                "evaluation.json | \"winner\":\"B\" | \"winner\":\"A\""
            })
    void aPartThatIsChangedTogetherWithItsHashIsFoundByRecomputing(String part, String from, String to)
            throws IOException, NotABundle {
        var parts = new HashMap<>(Bundle.open(bundled(example())).parts());
        var whole = new Bundle(parts);
        var changed = whole.text(part).replace(from, to);
        var manifest = whole.text("manifest.json").replace(Sha256.of(whole.text(part)), Sha256.of(changed));
        parts.put(part, changed.getBytes(StandardCharsets.UTF_8));
        parts.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        var file = GoldenBundleTest.file(new Bundle(parts));
        Bundle.open(file);
        var found = assertThrows(NotABundle.class, () -> Verification.of(file, StrictJson.standalone()));
        assertTrue(String.valueOf(found.getMessage()).startsWith("Its "), found::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"methodology.json", "bids.json", "evaluation.json", "manifest.json"})
    void aPartThatIsMissingIsFound(String part) throws IOException, NotABundle {
        var parts = new HashMap<>(Bundle.open(bundled(example())).parts());
        parts.remove(part);
        assertThrows(NotABundle.class, () -> Bundle.open(GoldenBundleTest.file(new Bundle(parts))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../outside.json", "/etc/passwd", "manifest.json/", "more.json"})
    void nothingElseIsTakenFromAnArchive(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        assertThrows(NotABundle.class, () -> Bundle.open(bytes.toByteArray()));
    }

    @Test
    void theCommandSaysWhatItFound(@TempDir Path directory) throws IOException {
        var file = directory.resolve("evaluation.zip");
        Files.write(file, bundled(example()));
        var hash = Sha256.of(Files.readAllBytes(file));
        var out = new ByteArrayOutputStream();
        assertEquals(0, run(out, file.toString(), hash));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("rank 1       B, 92.87"), out::toString);
        assertEquals(1, run(out, file.toString(), "0".repeat(64)));
        Files.writeString(file, "no bundle");
        assertEquals(1, run(out, file.toString()));
        assertEquals(2, run(out, directory.resolve("none.zip").toString()));
        assertEquals(2, run(out));
    }

    private static int run(ByteArrayOutputStream out, String... arguments) {
        return VerifyEvaluation.verify(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private static byte[] bundled(String body) {
        var answer = post(PATH + "/bundle", body);
        assertEquals(200, answer.statusCode(), answer::asString);
        var file = answer.asByteArray();
        assertEquals("\"" + Sha256.of(file) + "\"", answer.header("ETag"));
        return file;
    }

    private static Response post(String path, String body) {
        return given().auth()
                .oauth2(BUYER)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static String example() throws IOException {
        return Files.readString(Path.of("..", "examples", "evaluation.json"));
    }
}

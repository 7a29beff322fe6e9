package org.anchors.gateway.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceTest {

    /** A path in an OpenAPI document. */
    private static final Pattern PATH = Pattern.compile("^  (/api/[^/]+/v1/[^/:]+).*:$", Pattern.MULTILINE);

    @ParameterizedTest
    @EnumSource(Service.class)
    void knowsTheCollectionsOfItsDocument(Service service) throws IOException {
        var document = Files.readString(Path.of("..", service.program(), "openapi.yaml"));
        var documented =
                PATH.matcher(document).results().map(path -> path.group(1)).collect(Collectors.toSet());
        assertEquals(
                documented,
                documented.stream()
                        .filter(path -> service.collection(path).isPresent())
                        .collect(Collectors.toSet()));
    }

    @Test
    void tellsACollectionFromWhatIsInIt() {
        assertEquals(Optional.of("/api/charter/v1/reports"), Service.CHARTER.collection("/api/charter/v1/reports"));
        assertEquals(
                Optional.of("/api/charter/v1/reports/*"), Service.CHARTER.collection("/api/charter/v1/reports/a/b"));
        assertEquals(Optional.empty(), Service.CHARTER.collection("/api/charter/v1/invented"));
    }
}

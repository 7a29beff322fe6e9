package org.anchors.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every image carries the list of what it is made of; {@code mvn package} writes it. */
class SbomTest {

    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>(.+?)</groupId>\\s*<artifactId>(.+?)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);

    @SuppressWarnings("unused")
    private static final Iterable<String> PROGRAMS = Checkout.PROGRAMS;

    @ParameterizedTest
    @FieldSource("PROGRAMS")
    void namesEveryLibraryThatTheProgramAsksFor(String program) {
        var missing = asked(program);
        missing.removeAll(listed(program));
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @FieldSource("PROGRAMS")
    void namesEveryJarThatIsInTheImage(String program) throws IOException {
        var listed = new TreeSet<String>();
        Checkout.tree(sbom(program))
                .get("components")
                .forEach(component -> listed.add(component.get("group").asText() + "."
                        + component.get("name").asText() + "-"
                        + component.get("version").asText()));
        var missing = new TreeSet<String>();
        try (var jars = Files.newDirectoryStream(Checkout.path(program + "/target/quarkus-app/lib/main"), "*.jar")) {
            for (var jar : jars) {
                var name = String.valueOf(jar.getFileName()).replaceAll("\\.jar$", "");
                if (listed.stream().noneMatch(name::startsWith)) {
                    missing.add(name);
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static Set<String> asked(String program) {
        var names = new TreeSet<String>();
        var dependencies = DEPENDENCY.matcher(Checkout.text(program + "/pom.xml"));
        while (dependencies.find()) {
            if (!dependencies.group(3).contains("test")) {
                names.add(dependencies.group(1) + ":" + dependencies.group(2));
            }
        }
        return names;
    }

    private static Set<String> listed(String program) {
        var sbom = Checkout.tree(sbom(program));
        assertEquals("CycloneDX", sbom.get("bomFormat").asText());
        assertEquals(program, sbom.get("metadata").get("component").get("name").asText());
        var names = new TreeSet<String>();
        sbom.get("components")
                .forEach(component -> names.add(component.path("group").asText() + ":"
                        + component.get("name").asText()));
        assertTrue(names.size() > 50, program + " is made of more than " + names);
        return names;
    }

    private static String sbom(String program) {
        return program + "/target/sbom.json";
    }
}

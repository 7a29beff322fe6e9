package org.anchors.deployment.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.deployment.Checkout;
import org.junit.jupiter.api.Test;

/** Kinds for which there is no model: whoever writes another field into them looks it up first, and notes it in {@code fields.txt}. */
class FieldsTest {

    /** Compared with the realm of the local platform, and read by Keycloak's own importer. */
    private static final String REALM = "KeycloakRealmImport.realm";

    @Test
    void ofKindsWithoutAModelAreThoseThatWereLookedUp() {
        var found = new TreeSet<String>();
        Stream.concat(Rendered.all(), Stream.of(Rendered.of("restore")))
                .flatMap(overlay -> overlay.documents().stream())
                .filter(document -> Models.WITHOUT_MODEL.contains(Rendered.kind(document)))
                .forEach(document -> collect(document.get("kind").asText(), document.get("spec"), found));
        assertEquals(String.join("\n", lookedUp()), String.join("\n", found));
    }

    private static Set<String> lookedUp() {
        return Checkout.text("deployment/src/test/resources/fields.txt")
                .lines()
                .filter(Predicate.not(line -> line.isBlank() || line.startsWith("#")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void collect(String place, JsonNode node, Set<String> found) {
        if (node.isObject() && !place.equals(REALM)) {
            node.properties().forEach(field -> collect(place + "." + field.getKey(), field.getValue(), found));
        } else if (node.isArray()) {
            node.forEach(element -> collect(place + "[]", element, found));
        } else {
            found.add(place + " " + node.getNodeType().name().toLowerCase(Locale.ROOT));
        }
    }
}

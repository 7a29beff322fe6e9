package org.anchors.gateway.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.anchors.gateway.service.Service;
import org.junit.jupiter.api.Test;

class JoinedDocumentTest {

    private static final String PATH = "/api/charter/v1/reports";

    @Test
    void findsThePrefixInThePath() {
        var joined = joined(part(Service.CHARTER, "{'paths': {'/api/charter/v1/reports': {}}}"));
        assertTrue(joined.path("paths").has(PATH));
    }

    @Test
    void findsThePrefixInTheServer() {
        var joined = joined(part(
                Service.CHARTER,
                "{'servers': [{'url': 'http://inside:1/api/charter/v1/'}], 'paths': {'/reports': {}}}"));
        assertTrue(joined.path("paths").has(PATH));
        assertFalse(joined.toString().contains("inside"));
    }

    @Test
    void addsThePrefixWhereItStandsNowhere() {
        var joined = joined(part(Service.CHARTER, "{'paths': {'/reports': {}}}"));
        assertTrue(joined.path("paths").has(PATH));
    }

    @Test
    void sharesAComponentThatIsTheSameEverywhere() {
        var money = "{'components': {'schemas': {'Money': {'type': 'string'}}}}";
        var joined = joined(part(Service.CHARTER, money), part(Service.EMPLOYMENT, money));
        assertEquals(
                "{\"Money\":{\"type\":\"string\"}}",
                joined.at("/components/schemas").toString());
    }

    @Test
    void namesAComponentAfterItsServiceWhereServicesDiffer() {
        var joined = joined(
                part(
                        Service.SOCIAL_VALUE,
                        "{'paths': {'/a': {'get': {'x': {'$ref': '#/components/schemas/View'}}}},"
                                + " 'components': {'schemas': {'View': {'type': 'string'}}}}"),
                part(Service.EMPLOYMENT, "{'components': {'schemas': {'View': {'type': 'number'}}}}"));
        assertEquals(
                "string", joined.at("/components/schemas/SocialValueView/type").asText());
        assertEquals(
                "number", joined.at("/components/schemas/EmploymentView/type").asText());
        assertEquals(
                "#/components/schemas/SocialValueView",
                joined.path("paths")
                        .path("/api/social-value/v1/a")
                        .at("/get/x/$ref")
                        .asText());
    }

    @Test
    void namesWhatRefersToADifferenceAfterItsServiceToo() {
        var list = "'List': {'items': {'$ref': '#/components/schemas/View'}}";
        var joined = joined(
                part(Service.CHARTER, "{'components': {'schemas': {'View': {'type': 'string'}, " + list + "}}}"),
                part(Service.EMPLOYMENT, "{'components': {'schemas': {'View': {'type': 'number'}, " + list + "}}}"));
        assertEquals(
                "#/components/schemas/CharterView",
                joined.at("/components/schemas/CharterList/items/$ref").asText());
        assertEquals(
                "#/components/schemas/EmploymentView",
                joined.at("/components/schemas/EmploymentList/items/$ref").asText());
    }

    @Test
    void tagsEachOperationWithItsService() {
        var joined = joined(part(Service.SOCIAL_VALUE, "{'paths': {'/bids': {'get': {'tags': ['Bid Resource']}}}}"));
        var operation = joined.path("paths").path("/api/social-value/v1/bids").path("get");
        assertEquals("[\"Social value\"]", operation.path("tags").toString());
        assertEquals("Social value", joined.at("/tags/0/name").asText());
    }

    @Test
    void keepsOperationIdsApart() {
        var same = "{'paths': {'/a': {'get': {'operationId': 'list'}}}}";
        var joined = joined(part(Service.CHARTER, same), part(Service.EMPLOYMENT, same));
        var second = joined.path("paths").path("/api/employment/v1/a").at("/get/operationId");
        assertEquals("Employment_list", second.asText());
    }

    @Test
    void demandsOneKindOfTokenWhateverTheServicesCallIt() {
        var joined = joined(part(
                Service.CHARTER,
                "{'paths': {'/a': {'get': {'security': [{'SecurityScheme': ['admin']}]}}},"
                        + " 'components': {'securitySchemes': {'SecurityScheme': {'type': 'openIdConnect'}}}}"));
        assertEquals(
                "[{\"bearer\":[]}]",
                joined.path("paths")
                        .path("/api/charter/v1/a")
                        .at("/get/security")
                        .toString());
        assertEquals(1, joined.at("/components/securitySchemes").size());
    }

    @Test
    void saysThatAPartIsMissing() {
        var joined = JoinedDocument.of(List.of(
                new Part(Service.CHARTER, Optional.empty(), Optional.of("charter-service cannot be reached."))));
        assertTrue(joined.at("/info/description").asText().contains("charter-service cannot be reached."));
    }

    private static ObjectNode joined(Part... parts) {
        return JoinedDocument.of(List.of(parts));
    }

    private static Part part(Service service, String document) {
        try {
            var node = new ObjectMapper().readValue(document.replace('\'', '"'), ObjectNode.class);
            return new Part(service, Optional.of(node), Optional.empty());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

package org.anchors.kit.platform;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.anchors.contracts.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says in the API document, for every operation, that a refusal is a problem of RFC 9457, and what that looks like. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ProblemsInApiDocument implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String REFUSAL = "Refusal";

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getResponses() != null) {
            operation
                    .getResponses()
                    .addAPIResponse("default", OASFactory.createAPIResponse().ref(REFUSAL));
        }
        return operation;
    }

    /** A choice of types has no type of its own. */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getOneOf() != null && !schema.getOneOf().isEmpty()) {
            schema.setType(null);
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSchema(PROBLEM, problem())
                .addResponse(
                        REFUSAL,
                        OASFactory.createAPIResponse()
                                .description("The request was refused or failed; nothing of it was taken.")
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref(PROBLEM)))));
    }

    private static Schema problem() {
        return object("What is wrong, in the form of RFC 9457.")
                .addProperty("type", text("Names the kind of problem for programs, such as /problems/report-closed."))
                .addProperty("title", text("The kind of problem in a few words."))
                .addProperty("status", whole("The HTTP status."))
                .addProperty("detail", text("What is wrong this time."))
                .addProperty("instance", text("Path of the refused request."))
                .addProperty("requestId", text("The request's id in the logs."))
                .addProperty(
                        "faults",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.ARRAY))
                                .description("Everything that is wrong, each with its place and what would mend it.")
                                .items(fault()))
                .addProperty("allFaults", text("Path of the list of them all where it is longer."));
    }

    private static Schema fault() {
        return object("One fault.")
                .addProperty("at", text("Where: a JSON pointer into the body, or a header or query parameter."))
                .addProperty("indicator", text("The indicator concerned, where there is one."))
                .addProperty("rule", text("The rule that was broken, by its stable name."))
                .addProperty("given", text("What was sent, shortened."))
                .addProperty("mend", text("What would make it right."));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT)).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)).description(description);
    }

    private static Schema whole(String description) {
        return OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.INTEGER))
                .description(description);
    }
}

package org.anchors.socialvalue.procurement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.StrictJson;

/** Drafts as they were sent last. */
@ApplicationScoped
class Drafts {

    private final Register register;
    private final StrictJson strict;
    private final ObjectMapper json;

    Drafts(Register register, StrictJson strict, ObjectMapper json) {
        this.register = register;
        this.strict = strict;
        this.json = json;
    }

    void add(Procurement procurement, ProcurementBody sent) {
        register.add(procurement, written(sent));
    }

    void replace(Procurement procurement, ProcurementBody sent) {
        register.redraft(procurement, written(sent));
    }

    String text(Procurement procurement) {
        return register.draft(procurement.id());
    }

    Reading<ProcurementBody> reading(Procurement procurement) {
        return strict.read(
                text(procurement).getBytes(StandardCharsets.UTF_8),
                ProcurementBody.class,
                ProcurementsResource.MOST_TOKENS);
    }

    private String written(ProcurementBody sent) {
        try {
            return json.writeValueAsString(sent);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A draft can be written", impossible);
        }
    }
}

package org.anchors.charter.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.refusal.Refused;

/** The drafts of annual reports. */
@ApplicationScoped
class Drafts implements PanacheRepositoryBase<Draft, Draft.Id> {

    private final ObjectMapper json;

    Drafts(ObjectMapper json) {
        this.json = json;
    }

    Optional<Draft> find(String organisation, ReportingYear year) {
        return findByIdOptional(new Draft.Id(organisation, year));
    }

    Draft require(String organisation, ReportingYear year) {
        return find(organisation, year)
                .orElseThrow(() -> Refused.notFound("A draft of %s for %s".formatted(organisation, year)));
    }

    String written(Submission submission) {
        try {
            return json.writeValueAsString(submission);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A submission can be written", impossible);
        }
    }
}

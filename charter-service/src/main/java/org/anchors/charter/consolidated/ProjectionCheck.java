package org.anchors.charter.consolidated;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.anchors.kit.calendar.ReportingYear;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Holds the running sums against the values that they are made of, one year and one kind of sum at a time. */
@ApplicationScoped
class ProjectionCheck {

    private final List<Running> running;
    private final EntityManager database;

    ProjectionCheck(@All List<Running> running, EntityManager database) {
        this.running = running;
        this.database = database;
    }

    /**
     * A running sum that is not what the newest revisions come to.
     *
     * @param kept the table in which it is kept
     * @param what the figure, with the answer or the name that was counted in it, or the commitment
     */
    @Schema(name = "DifferingSum")
    record Differing(ReportingYear year, String kept, String what) {}

    /** The first of them, by year. */
    List<Differing> differing(int most) {
        var found = new ArrayList<Differing>();
        for (var year : QuarkusTransaction.requiringNew().call(this::years)) {
            for (var part : running) {
                found.addAll(differing(part, year, most - found.size()));
                if (found.size() == most) {
                    return found;
                }
            }
        }
        return found;
    }

    /** Each statement sees one state, so that a report that arrives meanwhile is in both or in neither. */
    private static List<Differing> differing(Running part, ReportingYear year, int most) {
        return QuarkusTransaction.requiringNew().call(() -> part.differences(year, most)).stream()
                .map(what -> new Differing(year, part.tables().getFirst(), what))
                .toList();
    }

    private List<ReportingYear> years() {
        List<?> years = database.createNativeQuery("""
                        select year from consolidated_report union select year from consolidated_total
                        union select year from consolidated_tally union select year from consolidated_identifier
                        union select year from consolidated_distinct union select year from consolidated_evidence
                        order by year
                        """).getResultList();
        return years.stream().map(year -> new ReportingYear((Integer) year)).toList();
    }
}

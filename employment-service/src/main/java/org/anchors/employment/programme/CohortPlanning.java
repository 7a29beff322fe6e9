package org.anchors.employment.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
import org.jspecify.annotations.Nullable;

/** Plans cohorts of the caller's programmes. */
@ApplicationScoped
class CohortPlanning {

    private final ProgrammeAccess programmes;
    private final Cohorts cohorts;
    private final Audit audit;
    private final Clock clock;

    CohortPlanning(ProgrammeAccess programmes, Cohorts cohorts, Audit audit, Clock clock) {
        this.programmes = programmes;
        this.cohorts = cohorts;
        this.audit = audit;
        this.clock = clock;
    }

    Cohort plan(Reading<Intake> body) {
        body.refuseIfFaulty(body.value().faults());
        programmes.own(body.value().programme());
        var cohort = Cohort.planned(body.value(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        cohorts.add(cohort);
        note("cohort-planned", cohort);
        return cohort;
    }

    Cohort change(String programme, String key, @Nullable String ifMatch, Reading<Intake> body) {
        programmes.own(programme);
        var cohort = cohorts.require(programme, key);
        new Version(cohort.version()).require(ifMatch);
        body.refuseIfFaulty(faults(programme, key, body.value()));
        cohort.plan(body.value());
        cohorts.flush();
        note("cohort-changed", cohort);
        return cohort;
    }

    private static List<Fault> faults(String programme, String key, Intake intake) {
        var findings = new Findings();
        findings.addAll(intake.faults());
        if (!programme.equals(intake.programme())) {
            findings.add("/programme", "differs-from-address", intake.programme(), "Send %s.".formatted(programme));
        }
        if (!key.equals(intake.key())) {
            findings.add("/key", "differs-from-address", intake.key(), "Send %s.".formatted(key));
        }
        return findings.faults();
    }

    private void note(String deed, Cohort cohort) {
        audit.record(deed, "cohorts/%s/%s".formatted(cohort.programme(), cohort.key()), Map.of());
    }
}

package org.anchors.employment.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.correction.EarlierVersions;
import org.anchors.employment.correction.EarlierVersions.Subject;
import org.anchors.kit.audit.Audit;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
import org.anchors.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Describes a programme anew and announces it; what was said before is kept. */
@ApplicationScoped
class ProgrammeChange {

    private final Programmes programmes;
    private final Visibility visibility;
    private final EarlierVersions earlier;
    private final Outbox outbox;
    private final Audit audit;
    private final EssexDays days;

    ProgrammeChange(
            Programmes programmes,
            Visibility visibility,
            EarlierVersions earlier,
            Outbox outbox,
            Audit audit,
            EssexDays days) {
        this.programmes = programmes;
        this.visibility = visibility;
        this.earlier = earlier;
        this.outbox = outbox;
        this.audit = audit;
        this.days = days;
    }

    Programme change(String key, @Nullable String ifMatch, Reading<Registration> body) {
        var programme = programmes.require(key, visibility);
        visibility.requireMayRegisterFor(programme.provider());
        new Version(programme.version()).require(ifMatch);
        body.refuseIfFaulty(faults(programme, body.value()));
        earlier.keep(Subject.PROGRAMME, key, programme.version(), ProgrammeView.of(programme));
        programme.describe(body.value());
        programmes.flush();
        outbox.add(ProgrammeRegistration.announcementOf(programme));
        audit.record("programme-changed", "programmes/" + key, Map.of("version", programme.version()));
        return programme;
    }

    /** The rule's version stays too: its people are counted by the one that they began under. */
    private List<Fault> faults(Programme programme, Registration sent) {
        var findings = new Findings();
        findings.addAll(RegistrationCheck.faultsOf(sent, days.today()));
        stays(findings, "/key", programme.key(), sent.key());
        stays(findings, "/provider", programme.provider(), sent.provider());
        stays(findings, "/outcomeRule", programme.outcomeRule(), sent.outcomeRule());
        stays(findings, "/sharedKey", programme.sharedKey(), Boolean.TRUE.equals(sent.sharedKey()));
        return findings.faults();
    }

    private static void stays(Findings findings, String at, Object was, @Nullable Object sent) {
        if (sent != null && !Objects.equals(was, sent)) {
            findings.add(at, "cannot-change", null, "Send %s: it stays as it was registered.".formatted(was));
        }
    }
}

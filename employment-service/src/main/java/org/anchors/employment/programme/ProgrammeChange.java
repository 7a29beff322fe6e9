package org.anchors.employment.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anchors.contracts.problem.Fault;
import org.anchors.employment.correction.EarlierVersions;
import org.anchors.employment.correction.EarlierVersions.Subject;
import org.anchors.kit.edge.Findings;
import org.anchors.kit.edge.Reading;
import org.anchors.kit.edge.Version;
import org.jspecify.annotations.Nullable;

/** Describes a programme anew and announces it; what was said before is kept. */
@ApplicationScoped
class ProgrammeChange {

    private final Programmes programmes;
    private final Visibility visibility;
    private final EarlierVersions earlier;
    private final Announcement announcement;

    ProgrammeChange(Programmes programmes, Visibility visibility, EarlierVersions earlier, Announcement announcement) {
        this.programmes = programmes;
        this.visibility = visibility;
        this.earlier = earlier;
        this.announcement = announcement;
    }

    Programme change(String key, @Nullable String ifMatch, Reading<Registration> body, LocalDate today) {
        var programme = programmes.require(key, visibility);
        visibility.requireMayRegisterFor(programme.provider());
        new Version(programme.version()).require(ifMatch);
        body.refuseIfFaulty(faults(programme, body.value(), today));
        earlier.keep(Subject.PROGRAMME, key, programme.version(), ProgrammeView.of(programme));
        programme.describe(body.value());
        programmes.flush();
        announcement.of(programme, "programme-changed", Map.of("version", programme.version()));
        return programme;
    }

    /** The rule's version stays too: its people are counted by the one that they began under. */
    private static List<Fault> faults(Programme programme, Registration sent, LocalDate today) {
        var findings = new Findings();
        findings.addAll(RegistrationCheck.faultsOf(sent, today));
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

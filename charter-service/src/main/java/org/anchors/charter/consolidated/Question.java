package org.anchors.charter.consolidated;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.charter.Signatories;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.disclosure.Policy;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What of the consolidated report is asked for. */
class Question {

    @Parameter(description = "Only this pillar, such as employment")
    @QueryParam("pillar")
    @Nullable
    String pillar;

    @Parameter(description = "Only organisations of this sector, such as NHS acute")
    @QueryParam("sector")
    @Nullable
    String sector;

    @Parameter(description = "Only organisations that work in this place, such as Thurrock")
    @QueryParam("place")
    @Nullable
    String place;

    @Parameter(description = "Only organisations of this alliance, such as Mid")
    @QueryParam("alliance")
    @Nullable
    String alliance;

    @Parameter(description = "Only organisations of this level: system, regional or place")
    @QueryParam("level")
    @Nullable
    String level;

    @Parameter(description = "The report as it was known at this instant, such as 2025-11-01T09:00:00Z")
    @QueryParam("asKnownOn")
    @Nullable
    String asKnownOn;

    @Parameter(
            description =
                    "Disclosure policy under which counts of people are shown: HES, ONS_10_5, or one of its versions"
                            + " such as HES/1; figures stand as they are with NONE, which is for work and not for publication",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "NONE"))
    @QueryParam("policy")
    @Nullable
    String policy;

    private static final List<String> PILLARS =
            List.of("employment", "procurement", "land-buildings", "sustainability", "leadership-partnership");
    private static final List<String> LEVELS = List.of("system", "regional", "place");
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59Z");

    /**
     * Refuses what is wrong with it, all of it at once.
     *
     * @param unknown finds what of a filter no organisation was ever described by
     */
    void refuseIfWrong(Function<Signatories.Filter, List<Fault>> unknown) {
        refuse(Stream.of(this::pillar, this::filter, this::policy, this::knownOn), unknown, List.of());
    }

    /**
     * The same for what is told of figures that are named, as they were reported: neither a pillar nor a policy has a say in it.
     *
     * @param ofFigures what is wrong with the names
     */
    void refuseIfWrong(Function<Signatories.Filter, List<Fault>> unknown, List<Fault> ofFigures) {
        refuse(
                Stream.of(this::requireNoPillar, this::filter, this::requireNoPolicy, this::knownOn),
                unknown,
                ofFigures);
    }

    private void refuse(
            Stream<Runnable> parts, Function<Signatories.Filter, List<Fault>> unknown, List<Fault> further) {
        var faults = parts.flatMap(part -> faultsOf(part).stream()).collect(Collectors.toCollection(ArrayList::new));
        faults.addAll(unknown.apply(new Signatories.Filter(sector, place, alliance, null)));
        faults.addAll(further);
        if (!faults.isEmpty()) {
            throw new Refused(CommonRefusal.INVALID_REQUEST, "The question has faults.", faults);
        }
    }

    /** The instant as far as it can be read: null for one that has a fault, as for none. */
    @Nullable
    Instant readableKnownOn() {
        return faultsOf(this::knownOn).isEmpty() ? knownOn() : null;
    }

    private static List<Fault> faultsOf(Runnable part) {
        try {
            part.run();
            return List.of();
        } catch (Refused refused) {
            return refused.faults();
        }
    }

    @Nullable
    String pillar() {
        if (pillar != null && !PILLARS.contains(pillar)) {
            throw refused("pillar", pillar, "Pillars: " + String.join(", ", PILLARS) + ".");
        }
        return pillar;
    }

    boolean isAbout(String oneOfThePillars) {
        return pillar() == null || oneOfThePillars.equals(pillar);
    }

    Signatories.Filter filter() {
        if (level != null && !LEVELS.contains(level)) {
            throw refused("level", level, "Levels: " + String.join(", ", LEVELS) + ".");
        }
        return new Signatories.Filter(sector, place, alliance, level);
    }

    Policy policy() {
        return policy(policy);
    }

    private static Policy policy(@Nullable String label) {
        return label == null
                ? Policy.NONE
                : Policy.labelled(label)
                        .orElseThrow(() -> refused("policy", label, "Policies: %s.".formatted(Policy.labels())));
    }

    void requireNoPolicy() {
        requireNoPolicy(policy);
    }

    /** Refuses a policy where figures and reports are shown as they are, so that nobody takes them for protected. */
    static void requireNoPolicy(@Nullable String label) {
        if (policy(label).protects()) {
            throw refused("policy", label, "Leave it out: this shows what is behind the figures, as it was reported.");
        }
    }

    private void requireNoPillar() {
        if (pillar != null) {
            throw refused("pillar", pillar, "Leave it out: the figures are named.");
        }
    }

    /** Whether the running totals answer it. */
    boolean isPlain() {
        return filter().isNone() && asKnownOn == null;
    }

    @Nullable
    Instant knownOn() {
        if (asKnownOn == null) {
            return null;
        }
        try {
            var instant = Instant.parse(asKnownOn);
            if (!isPossible(instant)) {
                throw new DateTimeException("Beyond any report");
            }
            return instant;
        } catch (DateTimeException notAnInstant) {
            throw refused("asKnownOn", asKnownOn, "Write it like 2025-11-01T09:00:00Z.");
        }
    }

    static boolean isPossible(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }

    /** For what is about today alone. */
    void refusePast() {
        if (asKnownOn != null) {
            throw refused("asKnownOn", asKnownOn, "Leave it out: this is told as of now.");
        }
    }

    private static Refused refused(String parameter, @Nullable String given, String mend) {
        return Refused.ofParameter(CommonRefusal.INVALID_REQUEST, parameter, "unknown-value", given, mend);
    }

    /**
     * The part of the question that narrows a figure, as the query of a link.
     *
     * @param shown the instant whose knowledge is shown, where none was asked for
     */
    String asQuery(@Nullable Instant shown) {
        return Stream.of(
                        part("sector", sector),
                        part("place", place),
                        part("alliance", alliance),
                        part("level", level),
                        part("asKnownOn", asKnownOn == null && shown != null ? shown.toString() : asKnownOn))
                .filter(Objects::nonNull)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), query -> query.isEmpty() ? "" : "?" + query));
    }

    private static @Nullable String part(String name, @Nullable String value) {
        return value == null ? null : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

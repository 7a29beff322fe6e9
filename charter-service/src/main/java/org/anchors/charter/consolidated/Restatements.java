package org.anchors.charter.consolidated;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anchors.charter.indicator.Catalogue;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The ledger of restatements. */
@ApplicationScoped
class Restatements {

    private static final String LEDGER = """
            select * from (
              select r.organisation, r.reference, r.revision, r.known_from, r.reason,
                     lag(r.revision) over (partition by r.organisation order by r.revision) as replaces
              from consolidated_report r where r.year = :year) ledger
            where replaces is not null
              and (known_from, organisation, revision) > (cast(:at as timestamptz), :organisation, :revision)
            order by known_from, organisation, revision limit :most
            """;

    /** A value that was taken back may say why; what stood beside it, as {@code method=ECC}, went with it. */
    private static final String REASON_OF_WHAT_IS_NOT_GIVEN = """
            (select said.restatement_reason from reported_value said
             where said.reference = ledger.reference and said.revision = ledger.revision and said.indicator = old.indicator
               and (said.grp = old.grp
                    or said.grp is null and not exists (
                      select from reported_value grouped
                      where grouped.reference = said.reference and grouped.indicator = said.indicator
                        and grouped.grp = old.grp))
             limit 1)
            """;

    private static final String DIFFERENCES = """
            select ledger.organisation, ledger.revision, ledger.known_from, differing.*
            from (%s) ledger cross join lateral (
              select coalesce(old.indicator, new.indicator) as indicator, coalesce(old.grp, new.grp) as grp,
                     old.numerator as old_numerator, old.denominator as old_denominator, old.answer as old_answer,
                     new.numerator as new_numerator, new.denominator as new_denominator, new.answer as new_answer,
                     old.identifiers as old_identifiers, new.identifiers as new_identifiers,
                     coalesce(new.reason, %s) as reason
              from (select * from consolidated_value
                    where organisation = ledger.organisation and year = :year and revision = ledger.replaces) old
              full join (select * from consolidated_value
                         where organisation = ledger.organisation and year = :year and revision = ledger.revision) new
                on new.indicator = old.indicator and new.grp = old.grp
              where (old.numerator, old.denominator, old.answer, old.identifiers, old.headcount)
                    is distinct from (new.numerator, new.denominator, new.answer, new.identifiers,
                      case when coalesce(new.form, old.form) = 'WEIGHTED_MEAN' then new.headcount
                           else old.headcount end)
                 or old.indicator is null or new.indicator is null) differing
            order by ledger.organisation, ledger.revision, differing.indicator, differing.grp
            """.formatted(LEDGER, REASON_OF_WHAT_IS_NOT_GIVEN);

    private final Totals totals;
    private final Tallies tallies;
    private final Distincts distincts;
    private final EntityManager database;

    Restatements(Totals totals, Tallies tallies, Distincts distincts, EntityManager database) {
        this.totals = totals;
        this.tallies = tallies;
        this.distincts = distincts;
        this.database = database;
    }

    /**
     * A revision that replaced another one.
     *
     * @param revision the later revision
     * @param replaces the earlier one
     * @param at when the later one was submitted
     * @param reason why; absent where the report had been returned to be mended
     * @param changes the values that differ, and the figures that are others for it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String organisation,
            String report,
            int revision,
            int replaces,
            Instant at,
            @Nullable String reason,
            List<Changed> changes) {

        @JsonIgnore
        String position() {
            return "%s %s %09d".formatted(at, organisation, revision);
        }
    }

    /**
     * A value that differs; one that was added has no old, one that was taken back no new. A figure that is another one though its
     * value is the same has neither: it is not added up any more, or is again.
     *
     * @param figure its figure, or what the value says beside it, such as {@code PRO-06.method=ECC}, where it says another thing
     * @param reason why, where the value says so itself
     * @param identifiersAdded organisations that it did not name before
     * @param identifiersGone those that it does not name any more
     * @param totalBefore the figure just before the restatement, where it is a number
     * @param totalAfter the figure with it
     * @param before the figure just before the restatement, where it is more than a number
     * @param after that figure with it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Changed(
            String figure,
            @Nullable Said old,
            @Nullable Said now,
            @Nullable String reason,
            @Nullable List<String> identifiersAdded,
            @Nullable List<String> identifiersGone,
            @Nullable BigDecimal totalBefore,
            @Nullable BigDecimal totalAfter,
            @Nullable Told before,
            @Nullable Told after) {}

    /** A figure that is no number alone: bounds, answers, and the level in the middle. */
    @Schema(name = "FigureTold")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            ConsolidatedFigure.@Nullable Range range,
            @Nullable List<ConsolidatedFigure.Answer> distribution,
            ConsolidatedFigure.@Nullable Range median) {

        static @Nullable Told of(@Nullable ConsolidatedFigure figure) {
            return figure == null || figure.range() == null && figure.distribution() == null
                    ? null
                    : new Told(figure.range(), figure.distribution(), figure.median());
        }
    }

    /** What a revision said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable String answer) {}

    private record Difference(
            Total.Name name,
            @Nullable Said old,
            @Nullable Said now,
            @Nullable String reason,
            Set<String> oldIdentifiers,
            Set<String> newIdentifiers) {

        Changed changed(Map<String, ConsolidatedFigure> before, Map<String, ConsolidatedFigure> after) {
            return new Changed(
                    name.id(),
                    old,
                    now,
                    reason,
                    butFor(newIdentifiers, oldIdentifiers),
                    butFor(oldIdentifiers, newIdentifiers),
                    value(before.get(name.id())),
                    value(after.get(name.id())),
                    Told.of(before.get(name.id())),
                    Told.of(after.get(name.id())));
        }

        /** What is said beside a value differs when something else is said, or where it is a figure of its own. */
        boolean isTold(Map<String, ConsolidatedFigure> before, Map<String, ConsolidatedFigure> after) {
            return !name.group().contains("=")
                    || old == null
                    || now == null
                    || before.containsKey(name.id())
                    || after.containsKey(name.id());
        }

        /** The figures that a difference in values of an indicator has made others, though their own values are the same. */
        static Stream<Difference> besides(
                List<Difference> differences,
                Catalogue catalogue,
                Map<String, ConsolidatedFigure> before,
                Map<String, ConsolidatedFigure> after) {
            var named = differences.stream().map(Difference::name).collect(Collectors.toSet());
            return named.stream()
                    .map(Total.Name::indicator)
                    .distinct()
                    .sorted()
                    .flatMap(code -> catalogue.find(code).stream())
                    .flatMap(Consolidation::namesOf)
                    .filter(name -> !named.contains(name))
                    .filter(name -> isOther(before.get(name.id()), after.get(name.id())))
                    .map(name -> new Difference(name, null, null, null, Set.of(), Set.of()));
        }

        private static boolean isOther(@Nullable ConsolidatedFigure before, @Nullable ConsolidatedFigure after) {
            return !Objects.equals(value(before), value(after)) || !Objects.equals(Told.of(before), Told.of(after));
        }

        private static @Nullable List<String> butFor(Set<String> some, Set<String> others) {
            var left =
                    some.stream().filter(one -> !others.contains(one)).sorted().toList();
            return left.isEmpty() ? null : left;
        }

        private static @Nullable BigDecimal value(@Nullable ConsolidatedFigure figure) {
            return figure == null ? null : figure.value();
        }
    }

    /** The later of two revisions. */
    private record Later(String organisation, int revision, Instant at) {

        static Later of(Tuple row) {
            return new Later(
                    row.get("organisation", String.class),
                    row.get("revision", Integer.class),
                    row.get("known_from", Instant.class));
        }
    }

    /** Those behind a position, in the order in which they were submitted; however many, in five queries. */
    List<Entry> after(String position, ReportingYear year, Catalogue catalogue, int most) {
        var after = Position.read(position);
        var differences = differences(after, year, most);
        var figures = figures(differences, year, catalogue);
        return asked(database.createNativeQuery(LEDGER, Tuple.class), after, year, most).stream()
                .map(row -> entry(row, differences, figures, catalogue))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> asked(Query query, Position after, ReportingYear year, int most) {
        return query.setParameter("year", year.start())
                .setParameter("at", after.at())
                .setParameter("organisation", after.organisation())
                .setParameter("revision", after.revision())
                .setParameter("most", most)
                .getResultList();
    }

    /** A place in the ledger. */
    private record Position(Instant at, String organisation, int revision) {

        private static final Pattern FORM = Pattern.compile("(\\S+) (\\S+) (\\d{1,9})");

        static Position read(String text) {
            if (text.isEmpty()) {
                return new Position(Instant.EPOCH, "", 0);
            }
            var form = FORM.matcher(text);
            if (!form.matches()) {
                throw Page.foreign(text);
            }
            try {
                return new Position(Instant.parse(form.group(1)), form.group(2), Integer.parseInt(form.group(3)));
            } catch (DateTimeException notAnInstant) {
                throw Page.foreign(text);
            }
        }
    }

    private static Entry entry(
            Tuple row,
            Map<Later, List<Difference>> differences,
            Map<Instant, Map<String, ConsolidatedFigure>> figures,
            Catalogue catalogue) {
        var later = Later.of(row);
        var before = figures.getOrDefault(justBefore(later.at()), Map.of());
        var after = figures.getOrDefault(later.at(), Map.of());
        var differing = differences.getOrDefault(later, List.of());
        return new Entry(
                later.organisation(),
                row.get("reference", String.class),
                later.revision(),
                row.get("replaces", Integer.class),
                later.at(),
                row.get("reason", String.class),
                Stream.concat(
                                differing.stream().filter(difference -> difference.isTold(before, after)),
                                Difference.besides(differing, catalogue, before, after))
                        .map(difference -> difference.changed(before, after))
                        .toList());
    }

    private static Instant justBefore(Instant at) {
        return at.minus(1, ChronoUnit.MICROS);
    }

    private Map<Later, List<Difference>> differences(Position after, ReportingYear year, int most) {
        return asked(database.createNativeQuery(DIFFERENCES, Tuple.class), after, year, most).stream()
                .collect(Collectors.groupingBy(
                        Later::of, Collectors.mapping(Restatements::difference, Collectors.toList())));
    }

    private static Difference difference(Tuple row) {
        return new Difference(
                new Total.Name(row.get("indicator", String.class), row.get("grp", String.class)),
                said(row, "old"),
                said(row, "new"),
                row.get("reason", String.class),
                identifiers(row, "old"),
                identifiers(row, "new"));
    }

    private static Set<String> identifiers(Tuple row, String side) {
        var named = row.get(side + "_identifiers", String[].class);
        return named == null ? Set.of() : Set.copyOf(List.of(named));
    }

    private static @Nullable Said said(Tuple row, String side) {
        var numerator = row.get(side + "_numerator", BigDecimal.class);
        return numerator == null
                ? null
                : new Said(
                        numerator,
                        row.get(side + "_denominator", BigDecimal.class),
                        row.get(side + "_answer", String.class));
    }

    /** The figures that restatements touch, as they were known just before and with each. */
    private Map<Instant, Map<String, ConsolidatedFigure>> figures(
            Map<Later, List<Difference>> differences, ReportingYear year, Catalogue catalogue) {
        var asked = differences.entrySet().stream()
                .flatMap(entry -> Stream.of(
                                justBefore(entry.getKey().at()), entry.getKey().at())
                        .flatMap(at -> entry.getValue().stream()
                                .map(difference ->
                                        new Totals.Asked(difference.name().indicator(), at))))
                .distinct()
                .toList();
        var sums = totals.ofFigures(asked, year);
        var answers = tallies.ofFigures(asked, year);
        var different = distincts.ofFigures(asked, year);
        return sums.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> byId(
                                new Sums(
                                        entry.getValue(),
                                        answers.getOrDefault(entry.getKey(), List.of()),
                                        different.getOrDefault(entry.getKey(), List.of()),
                                        Map.of()),
                                year,
                                catalogue)));
    }

    private static Map<String, ConsolidatedFigure> byId(Sums sums, ReportingYear year, Catalogue catalogue) {
        return new Consolidation(sums, year.start(), 0, id -> id)
                .figures(catalogue, null).stream()
                        .collect(Collectors.toMap(ConsolidatedFigure::id, Function.identity()));
    }
}

package org.anchors.charter.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.refusal.Refused;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The annual reports. */
@ApplicationScoped
class Reports implements PanacheRepositoryBase<AnnualReport, String> {

    private final StoredReports stored;

    Reports(StoredReports stored) {
        this.stored = stored;
    }

    /** What a list of reports is asked for; null asks for all. */
    record Wanted(@Nullable String organisation, @Nullable ReportingYear year, AnnualReport.@Nullable State state) {}

    /** The report, unless it does not exist or belongs to an organisation that the caller may not see. */
    AnnualReport require(String reference, Caller caller) {
        return findByIdOptional(reference)
                .filter(report -> Visibility.isVisible(report.organisation(), caller))
                .orElseThrow(() -> Refused.notFound("The report " + reference));
    }

    /** The same, held until the transaction ends: of two who change it at once the second sees what the first has done. */
    AnnualReport requireForChange(String reference, Caller caller) {
        return Optional.ofNullable(findById(reference, LockModeType.PESSIMISTIC_WRITE))
                .filter(report -> Visibility.isVisible(report.organisation(), caller))
                .orElseThrow(() -> Refused.notFound("The report " + reference));
    }

    /** The newest revisions of many organisations' reports for a year, by organisation; those without one are left out. */
    Map<String, Revision> newest(Collection<String> organisations, ReportingYear year) {
        var references = organisations.stream()
                .distinct()
                .collect(Collectors.toMap(organisation -> AnnualReport.referenceOf(organisation, year), it -> it));
        return getEntityManager()
                .createNamedQuery(Revision.NEWEST, Revision.class)
                .setParameter("references", references.keySet().toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(said -> references.get(said.reference()), said -> said));
    }

    /** Adds a later revision of a report, and what has become of the report by it. */
    void add(Revision revision) {
        flush();
        try {
            stored.add(revision);
        } catch (ConstraintViolationException violation) {
            throw isOfOwners(violation) ? named() : violation;
        }
    }

    /** Adds what was decided about a report. */
    void add(Decision decision) {
        getEntityManager().persist(decision);
        flush();
    }

    /** What was decided about a report, in order. */
    List<Decision> decisions(String reference) {
        return getEntityManager()
                .createQuery("from Decision where id.reference = :reference order by id.number", Decision.class)
                .setParameter("reference", reference)
                .getResultList();
    }

    Revision requireRevision(String reference, int number) {
        return Optional.ofNullable(getEntityManager().find(Revision.class, new Revision.Id(reference, number)))
                .orElseThrow(() -> Refused.notFound("Revision %d of the report %s".formatted(number, reference)));
    }

    /** Adds a report with its first revision. */
    void add(FirstReport first) {
        try {
            stored.add(List.of(first));
        } catch (ConstraintViolationException violation) {
            if (isOfOwners(violation)) {
                throw named();
            }
            throw violation.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE
                    ? exists(first.report())
                    : violation;
        }
    }

    /** The edition of the catalogue that a report was given under. */
    Optional<String> editionOf(String reference) {
        return getEntityManager()
                .createQuery(
                        "select catalogue from Revision where id.reference = :reference and id.revision = 1",
                        String.class)
                .setParameter("reference", reference)
                .getResultStream()
                .findFirst();
    }

    private static boolean isOfOwners(ConstraintViolationException violation) {
        return Objects.requireNonNullElse(violation.getConstraintName(), "").startsWith(StoredReports.OWNED);
    }

    /** Who checks first is told so in the check; this is for those who did at once. */
    private static Refused named() {
        return new Refused(
                ReportRefusal.NAMED_MEANWHILE, "Another organisation has just named an identifier of this report.");
    }

    /** Revisions from a number on, in order. */
    List<Revision> revisionsFrom(String reference, int number, int most) {
        return getEntityManager()
                .createQuery(
                        "from Revision where id.reference = :reference and id.revision >= :number order by id.revision",
                        Revision.class)
                .setParameter("reference", reference)
                .setParameter("number", number)
                .setMaxResults(most)
                .getResultList();
    }

    /** Those behind a reference, in the order of references. */
    List<AnnualReport> list(Wanted wanted, String after, int most) {
        return getEntityManager()
                .createQuery("""
                        from AnnualReport
                        where reference > :after
                          and (:organisation is null or organisation = :organisation)
                          and (:year is null or year = :year)
                          and (:state is null or state = :state)
                        order by reference
                        """, AnnualReport.class)
                .setParameter("after", after)
                .setParameter("organisation", wanted.organisation())
                .setParameter("year", wanted.year())
                .setParameter("state", wanted.state())
                .setMaxResults(most)
                .getResultList();
    }

    /** Refuses where an organisation has submitted its report for a year. */
    void requireNone(String organisation, ReportingYear year) {
        findByIdOptional(AnnualReport.referenceOf(organisation, year)).ifPresent(report -> {
            throw exists(report);
        });
    }

    private static Refused exists(AnnualReport report) {
        return new Refused(
                ReportRefusal.REPORT_EXISTS,
                "%s has submitted its report for %s: it is %s."
                        .formatted(report.organisation(), report.year(), report.reference()));
    }
}

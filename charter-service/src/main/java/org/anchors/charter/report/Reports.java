package org.anchors.charter.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.anchors.charter.reportingyear.ReportingYear;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.refusal.Refused;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The annual reports. */
@ApplicationScoped
class Reports implements PanacheRepositoryBase<AnnualReport, String> {

    /** What a list of reports is asked for; null asks for all. */
    record Wanted(@Nullable String organisation, @Nullable ReportingYear year, AnnualReport.@Nullable State state) {}

    /** The report, unless it does not exist or belongs to an organisation that the caller may not see. */
    AnnualReport require(String reference, Caller caller) {
        return findByIdOptional(reference)
                .filter(report -> Visibility.isVisible(report.organisation(), caller))
                .orElseThrow(() -> Refused.notFound("The report " + reference));
    }

    /** Adds a report with its first revision. */
    void add(AnnualReport report, Revision revision) {
        if (findByIdOptional(report.reference()).isPresent()) {
            throw exists(report);
        }
        try {
            persistAndFlush(report);
        } catch (ConstraintViolationException another) {
            throw exists(report);
        }
        getEntityManager().persist(revision);
    }

    Revision revision(String reference, int number) {
        return getEntityManager().find(Revision.class, new Revision.Id(reference, number));
    }

    List<Revision> revisions(String reference) {
        return getEntityManager()
                .createQuery("from Revision where id.reference = :reference order by id.revision", Revision.class)
                .setParameter("reference", reference)
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

    private static Refused exists(AnnualReport report) {
        return new Refused(
                ReportRefusal.REPORT_EXISTS,
                "%s has submitted its report for %s: it is %s."
                        .formatted(report.organisation(), report.year(), report.reference()));
    }
}

package org.anchors.charter.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/**
 * What partners wrote about a year: the narratives and case studies of the revision that was accepted last, or, while none was,
 * of the newest that was submitted and not returned. As much of it as one reads: so many texts of a partner, so many characters of each, so many texts in
 * all, every partner's first before anybody's second.
 */
@ApplicationScoped
public class Narratives {

    public static final int MOST_OF_A_PARTNER = 10;
    public static final int MOST_IN_ALL = 200;
    public static final int LONGEST = 2_000;

    private static final String TOLD = """
            with shown as (
              select distinct on (r.reference) a.organisation, r.reference, r.revision
              from annual_report a
              join report_revision r on r.reference = a.reference and r.submitted_at <= :at
              left join lateral (
                select d.kind from report_decision d
                where d.reference = r.reference and d.revision = r.revision and d.decided_at <= :at
                  and d.kind in ('ACCEPTED', 'RETURNED')
                order by d.number desc limit 1) decided on true
              where a.year = :year and decided.kind is distinct from 'RETURNED'
                and (decided.kind = 'ACCEPTED' or not :accepted)
                and (:everyone or a.organisation = any (:organisations))
              order by r.reference, (decided.kind is not null) desc, r.revision desc
            ), told as (
              select s.*, 1 as form, n.position, n.pillar, null as title, n.text
              from shown s join narrative n on n.reference = s.reference and n.revision = s.revision
              union all
              select s.*, 2 as form, c.position, c.pillar, c.title, c.text
              from shown s join case_study c on c.reference = s.reference and c.revision = s.revision
            ), placed as (
              select *, row_number() over (partition by organisation order by form, position) as place,
                     count(*) over () as all_told
              from told where cast(:pillar as text) is null or pillar = :pillar
            )
            select organisation, reference, revision, pillar, form, position, title, left(text, :longest) as text,
                   length(text) > :longest as cut, all_told
            from placed where place <= :of_a_partner
            order by place, organisation limit :in_all
            """;

    private final EntityManager database;

    Narratives(EntityManager database) {
        this.database = database;
    }

    /**
     * A narrative, or a case study, which has a title.
     *
     * @param report the report in which it stands in full
     * @param isCut whether the text goes on there
     */
    public record Story(
            String organisation,
            String report,
            int revision,
            Pillar pillar,
            @Nullable String title,
            String text,
            boolean isCut) {}

    /**
     * What was told.
     *
     * @param stories in the order of organisations, narratives first
     * @param leftOut how many more there are
     */
    public record Told(List<Story> stories, long leftOut) {}

    /**
     * What was told as known on an instant.
     *
     * @param organisations whose stories; null for everyone's
     * @param pillar only those of this pillar; null for all
     */
    public Told told(
            ReportingYear year, @Nullable List<String> organisations, @Nullable Pillar pillar, Instant knownOn) {
        return told(year, organisations, pillar, knownOn, false);
    }

    /** The same in the reports that had been accepted by then. */
    public Told toldAccepted(
            ReportingYear year, @Nullable List<String> organisations, @Nullable Pillar pillar, Instant knownOn) {
        return told(year, organisations, pillar, knownOn, true);
    }

    @SuppressWarnings("unchecked")
    private Told told(
            ReportingYear year,
            @Nullable List<String> organisations,
            @Nullable Pillar pillar,
            Instant knownOn,
            boolean accepted) {
        List<Tuple> rows = database.createNativeQuery(TOLD, Tuple.class)
                .setParameter("at", knownOn)
                .setParameter("year", year.start())
                .setParameter("everyone", organisations == null)
                .setParameter(
                        "organisations", organisations == null ? new String[0] : organisations.toArray(String[]::new))
                .setParameter("pillar", pillar == null ? null : pillar.name())
                .setParameter("accepted", accepted)
                .setParameter("longest", LONGEST)
                .setParameter("of_a_partner", MOST_OF_A_PARTNER)
                .setParameter("in_all", MOST_IN_ALL)
                .getResultList();
        var all = rows.isEmpty() ? 0L : rows.getFirst().get("all_told", Long.class);
        return new Told(
                rows.stream()
                        .sorted(Comparator.comparing((Tuple row) -> row.get("organisation", String.class))
                                .thenComparing(row -> row.get("form", Integer.class))
                                .thenComparing(row -> row.get("position", Integer.class)))
                        .map(Narratives::story)
                        .toList(),
                all - rows.size());
    }

    private static Story story(Tuple row) {
        return new Story(
                row.get("organisation", String.class),
                row.get("reference", String.class),
                row.get("revision", Integer.class),
                Pillar.valueOf(row.get("pillar", String.class)),
                row.get("title", String.class),
                row.get("text", String.class),
                row.get("cut", Boolean.class));
    }
}

package org.anchors.charter.actionplan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.anchors.contracts.event.AnnualReportSubmitted;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.edge.StrictJson;
import org.anchors.kit.edge.Version;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** The action plans: one draft at a time for an organisation and year, and every revision that was adopted. */
@ApplicationScoped
class Plans {

    private final EntityManager database;
    private final ObjectMapper json;
    private final StrictJson strictJson;

    Plans(EntityManager database, ObjectMapper json, StrictJson strictJson) {
        this.database = database;
        this.json = json;
        this.strictJson = strictJson;
    }

    /** Whose plan for which year. */
    record YearOf(String organisation, ReportingYear year) {}

    /** A plan that is still being written. */
    record Draft(YearOf of, Plan plan, Instant savedAt, long version) {}

    /**
     * A plan that the organisation's board approved.
     *
     * @param catalogue edition of the indicators that its targets are of
     */
    record Adopted(YearOf of, int revision, String catalogue, Plan plan, BoardApproval approval, Instant adoptedAt) {}

    Optional<Draft> draft(YearOf of) {
        return rows(
                        "select body, saved_at, version from action_plan_draft"
                                + " where organisation = :org and year = :year and body is not null",
                        of)
                .stream()
                .findFirst()
                .map(row ->
                        new Draft(of, plan(row), row.get("saved_at", Instant.class), row.get("version", Long.class)));
    }

    Draft requireDraft(YearOf of) {
        return draft(of)
                .orElseThrow(() -> Refused.notFound(
                        "A draft of the action plan of %s for %s".formatted(of.organisation(), of.year())));
    }

    /** The version that a new draft begins with: never one that an earlier draft had. */
    long firstVersion(YearOf of) {
        return rows("select version from action_plan_draft where organisation = :org and year = :year", of).stream()
                .mapToLong(row -> row.get("version", Long.class) + 1)
                .findFirst()
                .orElse(0);
    }

    /** Writes a draft in the place of the version before it; refuses when somebody else was quicker. */
    void save(Draft draft, String by) {
        var saved = database.createNativeQuery("""
                        insert into action_plan_draft (organisation, year, body, saved_at, saved_by, version)
                        values (:org, :year, :body, :at, :by, :version)
                        on conflict (organisation, year) do update set
                          body = excluded.body, saved_at = excluded.saved_at, saved_by = excluded.saved_by,
                          version = excluded.version
                        where action_plan_draft.version = excluded.version - 1
                        """)
                .setParameter("org", draft.of().organisation())
                .setParameter("year", draft.of().year().start())
                .setParameter("body", written(draft.plan()))
                .setParameter("at", draft.savedAt())
                .setParameter("by", by)
                .setParameter("version", draft.version())
                .executeUpdate();
        refuseUnless(saved == 1, draft.version());
    }

    /** Takes a draft away because it was adopted; refuses when somebody changed it meanwhile. */
    void delete(Draft draft) {
        var deleted = database.createNativeQuery("""
                        update action_plan_draft set body = null, version = version + 1
                        where organisation = :org and year = :year and version = :version and body is not null
                        """)
                .setParameter("org", draft.of().organisation())
                .setParameter("year", draft.of().year().start())
                .setParameter("version", draft.version())
                .executeUpdate();
        refuseUnless(deleted == 1, draft.version());
    }

    /** The plan in force, which is the newest that was adopted, or an earlier one by its revision. */
    Adopted require(YearOf of, @Nullable Integer revision) {
        return rows("""
                        select revision, catalogue, body, approval_role, approval_on, approval_minute, adopted_at
                        from action_plan where organisation = :org and year = :year %s order by revision desc limit 1
                        """.formatted(revision == null ? "" : "and revision = " + revision), of).stream()
                .map(row -> adopted(of, row))
                .findFirst()
                .orElseThrow(() -> Refused.notFound(
                        "An adopted action plan of %s for %s".formatted(of.organisation(), of.year())));
    }

    private Adopted adopted(YearOf of, Tuple row) {
        return new Adopted(
                of,
                row.get("revision", Integer.class),
                row.get("catalogue", String.class),
                plan(row),
                new BoardApproval(
                        row.get("approval_role", String.class),
                        Objects.requireNonNull(EssexDays.read(row, "approval_on")),
                        row.get("approval_minute", String.class)),
                row.get("adopted_at", Instant.class));
    }

    /** How many were adopted. */
    int revisions(YearOf of) {
        return rows(
                        "select coalesce(max(revision), 0) as newest from action_plan"
                                + " where organisation = :org and year = :year",
                        of)
                .getFirst()
                .get("newest", Integer.class);
    }

    void add(Adopted plan, String by) {
        database.createNativeQuery("""
                        insert into action_plan
                          (organisation, year, revision, catalogue, body, approval_role, approval_on, approval_minute,
                           adopted_at, adopted_by)
                        values (:org, :year, :revision, :catalogue, :body, :role, :on, :minute, :at, :by)
                        """)
                .setParameter("org", plan.of().organisation())
                .setParameter("year", plan.of().year().start())
                .setParameter("revision", plan.revision())
                .setParameter("catalogue", plan.catalogue())
                .setParameter("body", written(plan.plan()))
                .setParameter("role", plan.approval().role())
                .setParameter("on", plan.approval().on())
                .setParameter("minute", plan.approval().minute())
                .setParameter("at", plan.adoptedAt())
                .setParameter("by", by)
                .executeUpdate();
    }

    /** The organisation's report for the year, as its newest revision says it. */
    Optional<Report> report(YearOf of) {
        var rows = rows("""
                select r.reference, r.revision, v.indicator, v.grp, v.state, v.value, v.numerator, v.denominator, v.text
                from annual_report r
                left join reported_value v on v.reference = r.reference and v.revision = r.revision
                where r.organisation = :org and r.year = :year
                """, of);
        var values = new HashMap<Report.Key, Reported>();
        rows.stream()
                .filter(row -> row.get("indicator") != null)
                .forEach(row -> values.put(
                        new Report.Key(row.get("indicator", String.class), row.get("grp", String.class)),
                        reported(row)));
        return rows.stream()
                .findFirst()
                .map(head ->
                        new Report(head.get("reference", String.class), head.get("revision", Integer.class), values));
    }

    private static Reported reported(Tuple row) {
        return new Reported(
                AnnualReportSubmitted.State.valueOf(row.get("state", String.class)),
                number(row, "value"),
                number(row, "numerator"),
                number(row, "denominator"),
                row.get("text", String.class));
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, YearOf of) {
        return database.createNativeQuery(sql, Tuple.class)
                .setParameter("org", of.organisation())
                .setParameter("year", of.year().start())
                .getResultList();
    }

    private Plan plan(Tuple row) {
        return strictJson
                .<Plan>read(row.get("body", String.class).getBytes(StandardCharsets.UTF_8), Plan.class)
                .value();
    }

    private String written(Plan plan) {
        try {
            return json.writeValueAsString(plan);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A plan can be written", impossible);
        }
    }

    private static void refuseUnless(boolean written, long version) {
        if (!written) {
            throw new Refused(
                    CommonRefusal.VERSION_STALE,
                    "Somebody else changed the draft at the same time; read it again. Yours was to follow %s."
                            .formatted(new Version(version).tag()));
        }
    }

    private static @Nullable BigDecimal number(Tuple row, String column) {
        var number = row.get(column, BigDecimal.class);
        return number == null || number.scale() <= 0
                ? number
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}

package org.anchors.charter.actionplan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.anchors.charter.reportingyear.ReportingYear;
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
    record Of(String organisation, ReportingYear year) {}

    /** A plan that is still being written. */
    record Draft(Of of, Plan plan, Instant savedAt, long version) {}

    /** A plan that the organisation's board approved. */
    record Adopted(Of of, int revision, Plan plan, BoardApproval approval, Instant adoptedAt) {}

    Optional<Draft> draft(Of of) {
        return rows(
                        "select body, saved_at, version from action_plan_draft where organisation = :org and year = :year",
                        of)
                .stream()
                .findFirst()
                .map(row ->
                        new Draft(of, plan(row), row.get("saved_at", Instant.class), row.get("version", Long.class)));
    }

    Draft requireDraft(Of of) {
        return draft(of)
                .orElseThrow(() -> Refused.notFound(
                        "A draft of the action plan of %s for %s".formatted(of.organisation(), of.year())));
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
        var deleted = database.createNativeQuery(
                        "delete from action_plan_draft where organisation = :org and year = :year and version = :version")
                .setParameter("org", draft.of().organisation())
                .setParameter("year", draft.of().year().start())
                .setParameter("version", draft.version())
                .executeUpdate();
        refuseUnless(deleted == 1, draft.version());
    }

    /** The plan in force, which is the newest that was adopted, or an earlier one by its revision. */
    Adopted require(Of of, @Nullable Integer revision) {
        return adopted(of).stream()
                .filter(plan -> revision == null || plan.revision() == revision)
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> Refused.notFound(
                        "An adopted action plan of %s for %s".formatted(of.organisation(), of.year())));
    }

    /** All that were adopted, the first revision first. */
    List<Adopted> adopted(Of of) {
        return rows("""
                        select revision, body, approval_role, approval_on, approval_minute, adopted_at from action_plan
                        where organisation = :org and year = :year order by revision
                        """, of).stream()
                .map(row -> new Adopted(
                        of,
                        row.get("revision", Integer.class),
                        plan(row),
                        new BoardApproval(
                                row.get("approval_role", String.class),
                                day(row, "approval_on"),
                                row.get("approval_minute", String.class)),
                        row.get("adopted_at", Instant.class)))
                .toList();
    }

    void add(Adopted plan, String by) {
        database.createNativeQuery("""
                        insert into action_plan
                          (organisation, year, revision, body, approval_role, approval_on, approval_minute, adopted_at, adopted_by)
                        values (:org, :year, :revision, :body, :role, :on, :minute, :at, :by)
                        """)
                .setParameter("org", plan.of().organisation())
                .setParameter("year", plan.of().year().start())
                .setParameter("revision", plan.revision())
                .setParameter("body", written(plan.plan()))
                .setParameter("role", plan.approval().role())
                .setParameter("on", plan.approval().on())
                .setParameter("minute", plan.approval().minute())
                .setParameter("at", plan.adoptedAt())
                .setParameter("by", by)
                .executeUpdate();
    }

    /** The organisation's report for the year, as its newest revision says it. */
    Optional<Report> report(Of of) {
        var values = new HashMap<Report.Key, Reported>();
        var heads =
                rows("select reference, revision from annual_report where organisation = :org and year = :year", of);
        rows("""
                        select v.indicator, v.grp, v.state, v.value, v.numerator, v.denominator, v.text
                        from annual_report r
                        join reported_value v on v.reference = r.reference and v.revision = r.revision
                        where r.organisation = :org and r.year = :year
                        """, of)
                .forEach(row -> values.put(
                        new Report.Key(row.get("indicator", String.class), row.get("grp", String.class)),
                        new Reported(
                                row.get("state", String.class),
                                number(row, "value"),
                                number(row, "numerator"),
                                number(row, "denominator"),
                                row.get("text", String.class))));
        return heads.stream()
                .findFirst()
                .map(head ->
                        new Report(head.get("reference", String.class), head.get("revision", Integer.class), values));
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, Of of) {
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

    private static LocalDate day(Tuple row, String column) {
        return row.get(column) instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) row.get(column);
    }
}

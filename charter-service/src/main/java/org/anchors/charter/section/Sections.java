package org.anchors.charter.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anchors.charter.disclosure.AtMost;
import org.anchors.charter.disclosure.Claim;
import org.anchors.kit.calendar.ReportingYear;
import org.anchors.kit.disclosure.Policy;
import org.jspecify.annotations.Nullable;

/** Reads the sections of a consolidated report. */
@ApplicationScoped
public class Sections {

    private final EntityManager database;
    private final Receipts receipts;

    Sections(EntityManager database, Receipts receipts) {
        this.database = database;
        this.receipts = receipts;
    }

    /**
     * What a section is asked for.
     *
     * @param organisations only what these bought or provided; null for everyone
     * @param knownOn only what was taken in by then; null for all
     */
    public record Scope(
            ReportingYear year,
            @Nullable List<String> organisations,
            @Nullable Instant knownOn) {}

    public SocialValue socialValue(Scope scope) {
        return SocialValue.of(
                receipts.newest(SocialValueProjection.NAME, scope.knownOn()).orElse(null),
                awarded(scope),
                amounts(scope));
    }

    public Employment employment(Scope scope) {
        return OutcomeSums.section(
                receipts.newest(OutcomeProjection.NAME, scope.knownOn()).orElse(null),
                outcomes(scope),
                registered(scope));
    }

    /** What the outcomes of programmes say of each programme when they are published. */
    public List<Claim> claims(Scope scope, String publication, Policy policy) {
        var outcomes = Outcome.chosen(outcomes(scope));
        var groups = OutcomeSums.groups(outcomes)
                .collect(Collectors.toMap(Function.identity(), group -> OutcomeSums.programmes(outcomes, group, true)));
        return new OutcomeClaims(publication, policy, scope.year())
                .of(OutcomeSums.programmes(outcomes, "", true), groups, OutcomeSums.programmes(outcomes, "", false));
    }

    /** What is publicly known to hold between what claims are about. */
    public static List<AtMost> rules(Collection<Claim> claims) {
        return OutcomeClaims.rules(claims);
    }

    private SocialValue.Awarded awarded(Scope scope) {
        var row =
                (Tuple) in(scope, database.createNativeQuery("""
                        select count(*) as contracts,
                               count(*) filter (where social_value_weight >= 10) as ten_percent_or_more,
                               coalesce(sum(value), 0.00) as value
                        from awarded_contract
                        where year = :year and known_from <= :at
                          and (cast(:organisations as text[]) is null or buyer = any (:organisations))
                        """, Tuple.class)).getSingleResult();
        return new SocialValue.Awarded(
                row.get("contracts", Long.class),
                row.get("ten_percent_or_more", Long.class),
                row.get("value", BigDecimal.class));
    }

    @SuppressWarnings("unchecked")
    private List<SocialValue.Amounts> amounts(Scope scope) {
        List<Tuple> rows =
                in(scope, database.createNativeQuery("""
                        select catalogue, sum(committed) as committed, sum(due) as due, sum(delivered) as delivered
                        from (select catalogue, buyer, committed, 0.00 as due, 0.00 as delivered
                              from awarded_contract where year = :year and known_from <= :at
                              union all
                              select catalogue, buyer, 0.00, amount, 0.00
                              from contract_commitment where year = :year and known_from <= :at
                              union all
                              select catalogue, buyer, 0.00, 0.00, delivered
                              from contract_delivery where year = :year and known_from <= :at and known_to > :at) amount
                        where cast(:organisations as text[]) is null or buyer = any (:organisations)
                        group by catalogue having sum(committed) + sum(due) + sum(delivered) > 0
                        order by catalogue collate "C"
                        """, Tuple.class)).getResultList();
        return rows.stream()
                .map(row -> new SocialValue.Amounts(
                        row.get("catalogue", String.class),
                        row.get("committed", BigDecimal.class),
                        row.get("due", BigDecimal.class),
                        row.get("delivered", BigDecimal.class)))
                .toList();
    }

    /** The year's, and those whose period is not stated. */
    @SuppressWarnings("unchecked")
    private List<Outcome> outcomes(Scope scope) {
        List<Tuple> rows =
                in(scope, database.createNativeQuery("""
                        select o.programme, coalesce(r.name, o.name) as name, o.provider, year, grp, basis, quality,
                               participants, job_offers, in_work, sustained
                        from programme_outcome o left join registered_programme r
                          on r.programme = o.programme and r.known_from <= :at and r.known_to > :at
                        where year in (0, :year) and o.known_from <= :at and o.known_to > :at
                          and (cast(:organisations as text[]) is null or o.provider = any (:organisations))
                        order by o.programme collate "C", year, grp collate "C", cohort collate "C"
                        """, Tuple.class)).getResultList();
        return rows.stream().map(Outcome::of).toList();
    }

    /** Programmes that had been registered to begin until the end of the year, or without saying when. */
    private Set<String> registered(Scope scope) {
        List<?> keys = in(scope, database.createNativeQuery("""
                        select programme from registered_programme
                        where (starts_on is null or starts_on < make_date(:year + 1, 4, 1)) and known_from <= :at and known_to > :at
                          and (cast(:organisations as text[]) is null or provider = any (:organisations))
                        """)).getResultList();
        return keys.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    private static Query in(Scope scope, Query query) {
        var organisations = scope.organisations();
        return query.setParameter("year", scope.year().start())
                .setParameter("at", Receipts.at(scope.knownOn()))
                .setParameter("organisations", organisations == null ? null : organisations.toArray(String[]::new));
    }
}

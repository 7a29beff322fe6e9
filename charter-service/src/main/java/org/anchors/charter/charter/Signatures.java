package org.anchors.charter.charter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.anchors.kit.calendar.EssexDays;
import org.anchors.kit.edge.Version;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** The signatures under the editions of the charter. */
@ApplicationScoped
public class Signatures {

    private static final String SELECT = """
            select reference, organisation, edition, role, state, proposed_on, signed_on, ended_on, withdrawn_reason,
                   superseded_by, on_behalf_of, represents, version
            from signature
            """;

    private final EntityManager database;

    Signatures(EntityManager database) {
        this.database = database;
    }

    Optional<KeptSignature> find(@Nullable String reference) {
        return read(database.createNativeQuery(SELECT + "where reference = :reference", Tuple.class)
                        .setParameter("reference", reference))
                .stream()
                .findFirst();
    }

    /** The same, which nobody changes until the transaction ends. */
    Optional<KeptSignature> findAndHold(String reference) {
        return read(database.createNativeQuery(SELECT + "where reference = :reference for share", Tuple.class)
                        .setParameter("reference", reference))
                .stream()
                .findFirst();
    }

    KeptSignature require(String edition, String reference) {
        return find(reference)
                .filter(kept -> kept.signature().by().edition().equals(edition))
                .orElseThrow(() -> Refused.notFound("The signature %s under %s".formatted(reference, edition)));
    }

    /** All under an edition, in the order of references. */
    public List<KeptSignature> under(String edition) {
        return after("", edition, null, Integer.MAX_VALUE);
    }

    List<KeptSignature> after(String reference, String edition, Signature.@Nullable State state, int most) {
        return read(database.createNativeQuery(SELECT + """
                        where edition = :edition and reference > :after
                          and (cast(:state as text) is null or state = :state)
                        order by reference limit :most
                        """, Tuple.class)
                .setParameter("edition", edition)
                .setParameter("after", reference)
                .setParameter("state", state == null ? null : state.name())
                .setParameter("most", most));
    }

    /** All of an organisation under an edition. */
    List<KeptSignature> of(Signatory signatory) {
        return read(database.createNativeQuery(
                        SELECT + "where organisation = :organisation and edition = :edition", Tuple.class)
                .setParameter("organisation", signatory.organisation())
                .setParameter("edition", signatory.edition()));
    }

    /** Says for whom an organisation signed, where that was not known when its signature was loaded. */
    void complete(Signatory signatory, Others others) {
        database.createNativeQuery("""
                        update signature set on_behalf_of = :whom, represents = :represents
                        where organisation = :organisation and edition = :edition and version = 0
                          and on_behalf_of is null
                        """)
                .setParameter("whom", others.whom())
                .setParameter("represents", others.organisations())
                .setParameter("organisation", signatory.organisation())
                .setParameter("edition", signatory.edition())
                .executeUpdate();
    }

    /** Adds a signature; an organisation has one at most that is proposed or signed under an edition. */
    KeptSignature add(Signature signature) {
        var by = signature.by();
        var reference = "%s-%s-%d".formatted(by.organisation(), by.edition(), count(by) + 1);
        var kept = new KeptSignature(reference, 0, signature);
        var added = write("""
                insert into signature
                  (reference, organisation, edition, role, state, proposed_on, signed_on, ended_on, withdrawn_reason,
                   superseded_by, on_behalf_of, represents, version)
                values (:reference, :organisation, :edition, :role, :state, cast(:proposed as date),
                        cast(:signed as date), cast(:ended as date), cast(:reason as text), cast(:replacement as text),
                        cast(:whom as text), :represents, :version)
                on conflict do nothing
                """, kept)
                .setParameter("organisation", by.organisation())
                .setParameter("edition", by.edition())
                .executeUpdate();
        if (added == 0) {
            throw new Refused(
                    CharterRefusal.SIGNATURE_EXISTS,
                    "%s has a signature under %s that is proposed or signed."
                            .formatted(by.organisation(), by.edition()));
        }
        return kept;
    }

    /** Writes a signature in the place of the version before it; refuses when somebody else was quicker. */
    void replace(KeptSignature kept) {
        var changed = write("""
                update signature set
                  role = :role, state = :state, proposed_on = cast(:proposed as date), signed_on = cast(:signed as date),
                  ended_on = cast(:ended as date), withdrawn_reason = cast(:reason as text),
                  superseded_by = cast(:replacement as text), on_behalf_of = cast(:whom as text),
                  represents = :represents, version = :version
                where reference = :reference and version = :version - 1
                """, kept).executeUpdate();
        if (changed == 0) {
            throw new Refused(
                    CommonRefusal.VERSION_STALE,
                    "Somebody else changed it at the same time; read it again and repeat the change. You sent %s."
                            .formatted(new Version(kept.version() - 1).tag()));
        }
    }

    private int count(Signatory signatory) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from signature where organisation = :organisation and edition = :edition")
                        .setParameter("organisation", signatory.organisation())
                        .setParameter("edition", signatory.edition())
                        .getSingleResult())
                .intValue();
    }

    private Query write(String sql, KeptSignature kept) {
        var view = SignatureView.of(kept);
        var others = view.onBehalfOf();
        return database.createNativeQuery(sql)
                .setParameter("reference", kept.reference())
                .setParameter("role", view.role())
                .setParameter("state", view.state().name())
                .setParameter("proposed", view.proposedOn())
                .setParameter("signed", view.signedOn())
                .setParameter("ended", view.endedOn())
                .setParameter("reason", view.reason())
                .setParameter("replacement", view.supersededBy())
                .setParameter("whom", others == null ? null : others.whom())
                .setParameter("represents", others == null ? 0 : others.organisations())
                .setParameter("version", kept.version());
    }

    @SuppressWarnings("unchecked")
    private List<KeptSignature> read(Query query) {
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new KeptSignature(
                        row.get("reference", String.class), row.get("version", Long.class), signature(row)))
                .toList();
    }

    private static Signature signature(Tuple row) {
        var whom = row.get("on_behalf_of", String.class);
        var by = new Signatory(
                row.get("organisation", String.class),
                row.get("edition", String.class),
                row.get("role", String.class),
                whom == null ? null : new Others(whom, row.get("represents", Integer.class)));
        var signed = new Signature.Signed(by, EssexDays.read(row, "proposed_on"), EssexDays.read(row, "signed_on"));
        return switch (Signature.State.valueOf(row.get("state", String.class))) {
            case PROPOSED -> new Signature.Proposed(by, signed.proposedOn());
            case SIGNED -> signed;
            case WITHDRAWN -> signed.withdraw(ended(row), row.get("withdrawn_reason", String.class));
            case SUPERSEDED -> signed.supersede(ended(row), row.get("superseded_by", String.class));
        };
    }

    private static LocalDate ended(Tuple row) {
        return Objects.requireNonNull(EssexDays.read(row, "ended_on"));
    }
}

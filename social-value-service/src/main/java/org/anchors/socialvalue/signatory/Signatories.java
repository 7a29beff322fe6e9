package org.anchors.socialvalue.signatory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.anchors.contracts.event.SignatureChanged;
import org.anchors.kit.rows.Rows;

/** The organisations that have signed an edition of the charter. */
@ApplicationScoped
public class Signatories {

    private static final int APRIL = 4;

    private final Rows rows;

    Signatories(Rows rows) {
        this.rows = rows;
    }

    /** What an organisation is held to that buys by a notice of a day, if it was a signatory on that day, whatever it is now. */
    public Optional<Commitment> heldTo(String organisation, LocalDate notice) {
        return rows.first("""
                select edition from (
                  select distinct on (signature) edition, state, from_day, to_day from signature
                  where organisation = ? and (on_day is null or on_day <= ?) order by signature, version desc) as it_was
                where state = 'SIGNED' and ? between from_day and to_day order by from_day desc, edition limit 1
                """, row -> Commitment.of(row.getString("edition")), organisation, notice, notice);
    }

    /** Takes in a state of a signature, in whatever order they arrive. */
    void keep(SignatureChanged event) {
        rows.change(
                """
                insert into signature (signature, organisation, edition, from_day, to_day, state, on_day, version)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (signature, version) do nothing
                """,
                event.signature(),
                event.organisation(),
                event.edition(),
                LocalDate.of(startOf(event.firstYear()), APRIL, 1),
                LocalDate.of(startOf(event.lastYear()) + 1, APRIL, 1).minusDays(1),
                event.state().name(),
                event.on(),
                event.version());
    }

    void forgetAll() {
        rows.change("delete from signature");
    }

    /** The calendar year in which a reporting year begins: 2024 of {@code 2024-25}. */
    private static int startOf(String year) {
        return Integer.parseInt(year.substring(0, year.indexOf('-')));
    }
}

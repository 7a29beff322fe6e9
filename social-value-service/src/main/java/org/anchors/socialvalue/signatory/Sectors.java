package org.anchors.socialvalue.signatory;

import jakarta.enterprise.context.ApplicationScoped;
import org.anchors.kit.rows.Rows;

/** The sectors of organisations. */
@ApplicationScoped
public class Sectors {

    private static final String NHS = "NHS";

    private final Rows rows;

    Sectors(Rows rows) {
        this.rows = rows;
    }

    /** Whether charter-service says that an organisation is of the NHS, such as {@code NHS acute}. */
    public boolean isOfTheNhs(String organisation) {
        return rows.first(
                        "select sector from organisation_sector where organisation = ?",
                        row -> row.getString(1),
                        organisation)
                .filter(sector -> sector.startsWith(NHS))
                .isPresent();
    }

    /** Takes in what is told of an organisation; what is older and arrives later changes nothing. */
    void keep(String organisation, String sector, long version) {
        rows.change("""
                insert into organisation_sector (organisation, sector, version) values (?, ?, ?)
                on conflict (organisation) do update set sector = excluded.sector, version = excluded.version
                where organisation_sector.version < excluded.version
                """, organisation, sector, version);
    }

    void forgetAll() {
        rows.change("delete from organisation_sector");
    }
}

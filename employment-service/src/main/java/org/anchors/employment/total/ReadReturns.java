package org.anchors.employment.total;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.anchors.employment.programme.GroupAccess;
import org.anchors.employment.programme.ProgrammeAccess;
import org.anchors.kit.paging.Page;
import org.anchors.kit.refusal.Refused;

/** Returns as the caller may read them. */
@ApplicationScoped
class ReadReturns {

    private final Returns returns;
    private final ProgrammeAccess programmes;
    private final GroupAccess groups;

    ReadReturns(Returns returns, ProgrammeAccess programmes, GroupAccess groups) {
        this.returns = returns;
        this.programmes = programmes;
        this.groups = groups;
    }

    /** A page of a programme's returns, the totals of everyone. */
    Page<ReturnView> ofProgramme(String programme, int most, String place) {
        if (!place.isEmpty() && !place.matches("\\d{1,4} \\d{1,9}")) {
            throw Page.foreign(place);
        }
        var parts = place.isEmpty() ? List.of("0", "0") : List.of(place.split(" "));
        var found = returns.behind(
                programmes.visible(programme).key(),
                Integer.parseInt(parts.getFirst()),
                Integer.parseInt(parts.getLast()),
                most + 1);
        var page = Page.of(found, most, one -> one.year() + " " + one.revision());
        return new Page<>(
                page.items().stream().map(one -> ReturnView.of(List.of(one))).toList(), page.next());
    }

    /** Everything that a return said; of everyone only, unless the caller may read groups. */
    List<Returned> require(UUID id) {
        var said = returns.of(id);
        if (said.isEmpty() || !programmes.isVisible(said.getFirst().programme())) {
            throw Refused.notFound("The return " + id);
        }
        return seen(said);
    }

    /** What a return said as the caller may read it: of everyone only, unless of groups too. */
    List<Returned> seen(List<Returned> said) {
        var ofProgramme = List.of(programmes.visible(said.getFirst().programme()));
        return groups.ofOwn(ofProgramme) ? said : said.subList(0, 1);
    }
}

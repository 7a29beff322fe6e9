package org.anchors.employment.snapshot;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.rows.Rows;
import org.anchors.kit.table.CsvFile;
import org.anchors.kit.table.Sheet;
import org.anchors.kit.table.WorkbookFile;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of participants: figures, never a person. */
@Path("/outcomes")
@Tag(name = "Outcomes")
@RunOnVirtualThread
class OutcomesResource {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DISPOSITION = "Content-Disposition";

    private final Questions questions;
    private final Outcomes outcomes;
    private final Rows rows;

    OutcomesResource(Questions questions, Outcomes outcomes, Rows rows) {
        this.questions = questions;
        this.outcomes = outcomes;
        this.rows = rows;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.EQUALITY_DATA, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readOutcomes",
            summary =
                    "What became of participants: funnel, conversions, who stayed in work, and for how many programmes",
            description =
                    "Under a disclosure policy; the anchor team, auditors and a provider for its own programmes may ask"
                            + " for policy=NONE. Percentages come with Wilson's interval at 95 %. Counts that are suppressed are"
                            + " absent. Target groups are shown to those with the role equality-data, of their own organisation's"
                            + " programmes, and to the anchor team under HES, as they were told last, where it asks for one"
                            + " programme and year and nothing else. As XLSX by Accept, or as CSV, with part=outcomes, conversions,"
                            + " curve, returns, return-conversions or about.")
    public OutcomesView read(@BeanParam Asked asked) {
        return answer(asked);
    }

    private OutcomesView answer(Asked asked) {
        rows.readOneState();
        return outcomes.of(questions.read(asked));
    }

    @GET
    @Produces(CSV)
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.EQUALITY_DATA, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(hidden = true)
    public Response table(@BeanParam Asked asked, @QueryParam("part") @DefaultValue(OutcomeSheets.FIGURES) String part)
            throws IOException {
        var sheets = OutcomeSheets.all(answer(asked));
        var sheet = sheets.stream()
                .filter(one -> one.name().equals(part))
                .findFirst()
                .orElseThrow(() -> Refused.ofParameter(
                        CommonRefusal.INVALID_REQUEST,
                        "part",
                        "unknown-value",
                        part,
                        "Send one of %s."
                                .formatted(sheets.stream().map(Sheet::name).toList())));
        var out = new ByteArrayOutputStream();
        CsvFile.write(sheet, out);
        return Response.ok(out.toByteArray(), CSV + "; charset=UTF-8")
                .header(
                        DISPOSITION,
                        "attachment; filename=\"outcomes%s.csv\""
                                .formatted(part.equals(OutcomeSheets.FIGURES) ? "" : "-" + part))
                .build();
    }

    @GET
    @Produces(XLSX)
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.EQUALITY_DATA, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(hidden = true)
    public Response workbook(@BeanParam Asked asked) throws IOException {
        var view = answer(asked);
        var out = new ByteArrayOutputStream();
        WorkbookFile.write(OutcomeSheets.all(view), view.asOf().atStartOfDay().toInstant(ZoneOffset.UTC), out);
        return Response.ok(out.toByteArray(), XLSX)
                .header(DISPOSITION, "attachment; filename=\"outcomes.xlsx\"")
                .build();
    }
}

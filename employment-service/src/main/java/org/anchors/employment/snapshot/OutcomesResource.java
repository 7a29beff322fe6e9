package org.anchors.employment.snapshot;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import org.anchors.kit.caller.Role;
import org.anchors.kit.table.CsvFile;
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

    OutcomesResource(Questions questions, Outcomes outcomes) {
        this.questions = questions;
        this.outcomes = outcomes;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "readOutcomes",
            summary =
                    "What became of participants: funnel, conversions, who stayed in work, and for how many programmes",
            description =
                    "Under a disclosure policy; the anchor team, auditors and a provider for its own programmes may ask"
                            + " for policy=NONE. Percentages come with Wilson's interval at 95 %. Counts that are suppressed are absent.")
    public OutcomesView read(@BeanParam Asked asked) {
        return outcomes.of(questions.read(asked));
    }

    @GET
    @Produces(CSV)
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(hidden = true)
    public Response table(@BeanParam Asked asked) throws IOException {
        var out = new ByteArrayOutputStream();
        CsvFile.write(OutcomeSheets.figures(outcomes.of(questions.read(asked))), out);
        return Response.ok(out.toByteArray(), CSV + "; charset=UTF-8")
                .header(DISPOSITION, "attachment; filename=\"outcomes.csv\"")
                .build();
    }

    @GET
    @Produces(XLSX)
    @RolesAllowed({Role.PROGRAMME_PROVIDER, Role.ANCHOR_TEAM, Role.AUDITOR})
    @Transactional
    @Operation(hidden = true)
    public Response workbook(@BeanParam Asked asked) throws IOException {
        var view = outcomes.of(questions.read(asked));
        var out = new ByteArrayOutputStream();
        WorkbookFile.write(OutcomeSheets.all(view), view.asOf().atStartOfDay().toInstant(ZoneOffset.UTC), out);
        return Response.ok(out.toByteArray(), XLSX)
                .header(DISPOSITION, "attachment; filename=\"outcomes.xlsx\"")
                .build();
    }
}

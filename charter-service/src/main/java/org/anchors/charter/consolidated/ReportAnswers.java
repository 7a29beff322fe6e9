package org.anchors.charter.consolidated;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Answers with a finished report in the form that is wanted. */
@ApplicationScoped
public class ReportAnswers {

    private static final DateTimeFormatter IN_A_NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Map<Format, ReportForm> forms = new EnumMap<>(Format.class);

    ReportAnswers(@All List<ReportForm> forms) {
        forms.forEach(form -> this.forms.put(form.format(), form));
    }

    /** Not within a transaction: writing may take a while, and the report is finished. */
    public Response answer(Shown shown, Format format) {
        var form = forms.get(format);
        var entity = form == null ? shown.report() : written(form, shown);
        var answer = Response.ok(entity, format.contentType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff");
        if (form != null) {
            answer.header(HttpHeaders.CONTENT_DISPOSITION, disposition(form, shown));
            form.headers().forEach(answer::header);
        }
        return answer.build();
    }

    private static byte[] written(ReportForm form, Shown shown) {
        try {
            return form.write(shown);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A page is for reading where it arrives; the others are files. */
    private static String disposition(ReportForm form, Shown shown) {
        return "%s; filename=\"%s-%s-as-known-on-%s.%s\""
                .formatted(
                        form.format() == Format.HTML ? "inline" : "attachment",
                        form.title(shown),
                        shown.report().year(),
                        IN_A_NAME.format(shown.report().asKnownOn()),
                        form.format().extension());
    }
}

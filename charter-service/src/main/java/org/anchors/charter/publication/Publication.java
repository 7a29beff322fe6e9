package org.anchors.charter.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.anchors.kit.calendar.ReportingYear;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A consolidated report that was frozen. What was left out of it is not said: that a figure could not be published tells of it.
 *
 * @param number counts from 1 without gaps
 * @param year reporting year
 * @param filters what of the report was published
 * @param disclosurePolicy name and version of the disclosure policy, such as {@code HES/1}
 * @param asKnownOn the instant whose knowledge it shows
 * @param publishedAt when
 * @param sha256 hash of the published bytes, in hexadecimal; also its ETag
 */
@Schema(name = "Publication")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Publication(
        int number,
        ReportingYear year,
        Wanted.Filters filters,
        String disclosurePolicy,
        Instant asKnownOn,
        Instant publishedAt,
        String sha256) {

    /** What is said about it in refusals: the name under which the guard knows it. */
    static String name(int number) {
        return "publication " + number;
    }

    String etag() {
        return "\"" + sha256 + "\"";
    }

    String path() {
        return "/api/charter/v1/publications/" + number;
    }
}

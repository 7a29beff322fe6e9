package org.anchors.contracts.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in the shape of RFC 9457, sent as {@code application/problem+json}.
 *
 * @param type relative reference that names the kind of problem for programs, such as {@code /problems/report-closed}
 * @param title the kind of problem in a few words, the same for every occurrence
 * @param status the HTTP status it is sent with
 * @param detail what is wrong this time and what would mend it
 * @param instance path of the request that was refused
 * @param requestId the request's id as it stands in the logs
 * @param faults everything that is wrong with the request, not only the first thing; empty where the problem is one
 * @param allFaults where all of them are listed, by pages, if these are only the first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable String requestId,
        List<Fault> faults,
        @Nullable String allFaults) {

    public static final String MEDIA_TYPE = "application/problem+json";
}

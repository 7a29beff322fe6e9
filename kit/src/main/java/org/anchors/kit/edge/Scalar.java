package org.anchors.kit.edge;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value that may be a number, a text or a yes or no; which of them is right depends on what it is a value of. */
@Schema(
        oneOf = {BigDecimal.class, Boolean.class, String.class},
        description = "A number, true or false, or a text.")
public sealed interface Scalar {

    /** A number within the limits of a request. */
    record Number(@JsonValue BigDecimal number) implements Scalar {}

    /** True or false. */
    record Truth(@JsonValue boolean truth) implements Scalar {}

    /** A text. */
    record Text(@JsonValue String text) implements Scalar {}
}

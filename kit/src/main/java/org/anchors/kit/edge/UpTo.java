package org.anchors.kit.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How large a body may be where {@link Reading} takes more than usual. The service and the gateway must let it through. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface UpTo {

    int bytes();

    /** Names, values and brackets. */
    int tokens();
}

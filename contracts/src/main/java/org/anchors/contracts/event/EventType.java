package org.anchors.contracts.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The public name of an event and the topic it travels on. A change that is not compatible gets a new name. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** The CloudEvents type: {@code org.anchors.<service>.<past-tense-fact>.v<version>}. */
    String value();

    Topic topic();
}

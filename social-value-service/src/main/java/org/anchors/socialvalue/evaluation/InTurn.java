package org.anchors.socialvalue.evaluation;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Large bodies are taken in turn; docs/decisions/0032. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface InTurn {}

/** The engines the services stand on: PostgreSQL, Kafka and Keycloak, each an ordinary process from Maven artifacts. */
@NullMarked
package org.anchors.local.engine;

import org.jspecify.annotations.NullMarked;

/** The services behind the gateway: what they are called, where they answer, how they are asked. */
@NullMarked
package org.anchors.gateway.service;

import org.jspecify.annotations.NullMarked;

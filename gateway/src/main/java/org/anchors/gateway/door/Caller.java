package org.anchors.gateway.door;

import java.util.Set;

/**
 * Whoever a token was given to.
 *
 * @param subject the person or machine
 * @param client the program it came through
 * @param roles what it may do, as the realm says
 */
record Caller(String subject, String client, Set<String> roles) {

    String name() {
        return client + "/" + subject;
    }
}

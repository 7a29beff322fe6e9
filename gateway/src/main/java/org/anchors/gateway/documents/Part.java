package org.anchors.gateway.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.anchors.gateway.service.Service;

/**
 * What one service contributes to the joined document.
 *
 * @param document its own document, the last one known; empty where none has ever been read
 * @param remark what a reader should know about it, such as that the service cannot be reached
 */
record Part(Service service, Optional<ObjectNode> document, Optional<String> remark) {}

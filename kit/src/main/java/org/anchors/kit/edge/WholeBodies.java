package org.anchors.kit.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;

/**
 * Lets validation look at every part of a body: it was read as a whole, and no part of it is to be loaded first. The resolver that
 * comes with persistence would ask that of every member of it.
 */
@ApplicationScoped
class WholeBodies implements TraversableResolver {

    @Override
    public boolean isReachable(
            Object object, Path.Node property, Class<?> root, Path pathToObject, ElementType elementType) {
        return true;
    }

    @Override
    public boolean isCascadable(
            Object object, Path.Node property, Class<?> root, Path pathToObject, ElementType elementType) {
        return true;
    }
}

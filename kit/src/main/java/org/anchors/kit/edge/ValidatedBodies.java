package org.anchors.kit.edge;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;

/** Lets every part of a body be looked at, without keeping in mind for each that it may: that took a third of validating it. */
@ApplicationScoped
class ValidatedBodies implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.traversableResolver(new WholeBodies()).enableTraversableResolverResultCache(false);
    }
}

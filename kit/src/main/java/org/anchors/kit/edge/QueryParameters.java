package org.anchors.kit.edge;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.anchors.contracts.problem.Fault;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;

/**
 * Refuses query parameters that a route does not know, that come twice, or that have no value. Passed over, each of them would do
 * something else than it says: a mistyped filter lists everything, and {@code dryRun} on a route without it would write.
 */
@Provider
public final class QueryParameters implements ContainerRequestFilter {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext request) {
        var parameters = request.getUriInfo().getQueryParameters();
        if (parameters.isEmpty()) {
            return;
        }
        var names = known.computeIfAbsent(route.getResourceMethod(), QueryParameters::namesOf);
        var faults = parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(given -> faultOf(given.getKey(), given.getValue(), names))
                .toList();
        if (!faults.isEmpty()) {
            throw new Refused(CommonRefusal.MALFORMED_ADDRESS, "The query of the address cannot be read.", faults);
        }
    }

    private static Stream<Fault> faultOf(String name, List<String> values, Set<String> names) {
        if (!names.contains(name)) {
            var mend = names.isEmpty() ? "Leave it out." : "Known here: %s.".formatted(String.join(", ", names));
            return Stream.of(new Fault("?" + name, "unknown-parameter", values.getFirst(), mend));
        }
        if (values.size() > 1) {
            return Stream.of(new Fault("?" + name, "given-twice", String.join(", ", values), "Send it once."));
        }
        return values.contains("")
                ? Stream.of(new Fault("?" + name, "without-a-value", "", "Give it a value, or leave it out."))
                : Stream.of();
    }

    private static Set<String> namesOf(Method route) {
        return new TreeSet<>(Arrays.stream(route.getParameters())
                .flatMap(QueryParameters::namesOf)
                .toList());
    }

    private static Stream<String> namesOf(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? fieldsOf(parameter.getType()).flatMap(QueryParameters::nameOf)
                : nameOf(parameter);
    }

    private static Stream<AnnotatedElement> fieldsOf(Class<?> bean) {
        var inherited = bean.getSuperclass();
        return Stream.concat(
                Arrays.stream(bean.getDeclaredFields()), inherited == null ? Stream.of() : fieldsOf(inherited));
    }

    private static Stream<String> nameOf(AnnotatedElement element) {
        var name = element.getAnnotation(QueryParam.class);
        return name == null ? Stream.of() : Stream.of(name.value());
    }
}

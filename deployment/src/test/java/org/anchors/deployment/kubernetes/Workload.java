package org.anchors.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One of our programs in an overlay, with what belongs to it. */
record Workload(Rendered overlay, Deployment deployment) {

    static Stream<Workload> all() {
        return Rendered.all().flatMap(overlay -> overlay.all(Deployment.class).stream()
                .map(deployment -> new Workload(overlay, deployment)));
    }

    String name() {
        return deployment.getMetadata().getName();
    }

    PodSpec pod() {
        return deployment.getSpec().getTemplate().getSpec();
    }

    Container program() {
        return pod().getContainers().getFirst();
    }

    /** Its object of another kind, which has its name. */
    <T extends HasMetadata> T its(Class<T> kind) {
        return named(kind, name());
    }

    /** How many there are of it at most, in the middle of a rollout. */
    int mostReplicas() {
        var surge = deployment.getSpec().getStrategy().getRollingUpdate().getMaxSurge();
        return its(HorizontalPodAutoscaler.class).getSpec().getMaxReplicas() + surge.getIntVal();
    }

    /** Whether a selector finds its pods, and not simply all. */
    boolean isFoundBy(Map<String, String> selector) {
        var labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
        return !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet());
    }

    /** What it is told: with its value where it stands in a map, with an empty one where it is a secret. */
    Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        program()
                .getEnvFrom()
                .forEach(from -> environment.putAll(
                        named(ConfigMap.class, from.getConfigMapRef().getName()).getData()));
        program().getEnv().forEach(variable -> environment.put(variable.getName(), ""));
        return environment;
    }

    /** The part of it that every program is told. */
    Map<String, String> environmentOfAll() {
        var name = program().getEnvFrom().getFirst().getConfigMapRef().getName();
        return named(ConfigMap.class, name).getData();
    }

    private <T extends HasMetadata> T named(Class<T> kind, String name) {
        return overlay.all(kind).stream()
                .filter(each -> each.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + kind.getSimpleName() + " " + name));
    }

    @Override
    public String toString() {
        return overlay + " " + name();
    }
}

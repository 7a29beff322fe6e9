package org.anchors.deployment;

import java.util.ArrayList;
import java.util.List;

/** The instructions of the {@code Dockerfile}, each on one line, by stage. */
public record Dockerfile(List<List<String>> stages) {

    public static Dockerfile read() {
        var stages = new ArrayList<List<String>>();
        var text = Checkout.text("Dockerfile").replaceAll("(?m)^\\s*#.*\\R", "").replaceAll("\\\\\\R\\s*", " ");
        for (var line : text.lines().filter(line -> !line.isBlank()).toList()) {
            if (line.startsWith("FROM ")) {
                stages.add(new ArrayList<>());
            }
            stages.getLast().add(line);
        }
        return new Dockerfile(stages);
    }

    /** What the images stand on; a stage may stand on another one. */
    public List<String> bases() {
        return stages.stream().map(stage -> stage.getFirst().split(" ")[1]).toList();
    }

    /** What an instruction of the stage that becomes the image says. */
    public String last(String instruction) {
        return stages.getLast().stream()
                .filter(line -> line.startsWith(instruction + " "))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(instruction.length()).strip())
                .orElseThrow(() -> new AssertionError("The image says no " + instruction));
    }

    /** The port that every program listens on in its image. */
    public String port() {
        return last("ENV").replaceAll(".*QUARKUS_HTTP_PORT=([0-9]+).*", "$1");
    }
}

package org.anchors.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.anchors.local.backup.Backup;
import org.anchors.local.backup.Restore;
import org.anchors.local.client.Demo;
import org.anchors.local.client.Down;
import org.anchors.local.client.Hold;
import org.anchors.local.client.Impossible;
import org.anchors.local.client.Operator;
import org.anchors.local.client.Running;
import org.anchors.local.client.Status;
import org.anchors.local.client.Tokens;
import org.anchors.local.engine.Databases;
import org.anchors.local.engine.Topics;
import org.anchors.local.handover.HandOver;
import org.anchors.local.handover.SecretChange;
import org.anchors.local.home.Home;
import org.anchors.local.home.Secrets;
import org.anchors.local.platform.Run;
import org.anchors.local.training.Training;

/** The verbs that the script {@code anchor} hands to Java. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var code = 1;
        try {
            code = run(arguments[0], Arrays.asList(arguments).subList(1, arguments.length));
        } catch (Impossible e) {
            System.err.println(e.getMessage());
        }
        System.exit(code);
    }

    private static int run(String verb, List<String> arguments) throws IOException, InterruptedException {
        var home = Home.fromProperties();
        return switch (verb) {
            case "supervise" -> new Run(home, replicas(arguments)).run();
            case "ports" -> Run.checkPorts(home);
            case "running" -> Running.isSupervised(home) ? 0 : 1;
            case "down" -> new Down(home).run();
            case "status" -> Status.print(home);
            case "token" -> Tokens.print(home, arguments.isEmpty() ? "" : arguments.getFirst());
            case "stop" -> new Hold(home, arguments).stop();
            case "start" -> new Hold(home, arguments).start();
            case "demo" -> demo(home, arguments);
            case "make-secrets" -> new HandOver(home).run(arguments.contains("--demo"));
            case "show-secret" -> new HandOver(home).show(only(arguments, "show-secret NAME"));
            case "change-secret" -> new SecretChange(home).change(only(arguments, "change-secret NAME"));
            case "keep-secret" -> new SecretChange(home).keep(only(arguments, "keep-secret NAME"), System.in);
            case "forget-secret" -> new SecretChange(home).forget(only(arguments, "forget-secret NAME"));
            case "make-databases" ->
                Databases.createMissing(only(arguments, "make-databases HOST:PORT"), new Secrets(home.secrets()));
            case "make-topics" -> Topics.createMissing(only(arguments, "make-topics HOST:PORT"));
            case "train" -> new Training(home, only(arguments, "train PROGRAM")).run();
            case "backup" -> new Backup(home).run(only(arguments, "./anchor backup FILE"));
            case "restore" -> new Restore(home).run(arguments);
            case "verify-audit" -> new Operator(home).verifyAudit(arguments);
            case "dead-letters" -> new Operator(home).deadLetters(arguments);
            case "redrive" -> new Operator(home).redrive(arguments);
            case "rebuild" -> new Operator(home).rebuild(arguments);
            default -> throw new IllegalArgumentException(verb);
        };
    }

    /** What the script hands on: {@code engines}, or how many replicas of each service there are to be. */
    private static int replicas(List<String> arguments) {
        return arguments.contains("engines") ? 0 : Integer.parseInt(arguments.getFirst());
    }

    /** What a verb is told that needs to be told one thing. */
    static String only(List<String> arguments, String usage) {
        if (arguments.size() != 1) {
            throw new Impossible("Usage: " + usage);
        }
        return arguments.getFirst();
    }

    private static int demo(Home home, List<String> arguments) throws IOException, InterruptedException {
        if (arguments.size() == 2 && "--key".equals(arguments.getFirst())) {
            return Demo.printKey(Path.of(arguments.get(1)));
        }
        return new Demo(home).run();
    }
}

package org.anchors.local.client;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anchors.local.home.Home;

/** The operator's verbs: the audit trail, events that could not be handled, projections. */
public final class Operator {

    private static final String OPERATOR = "machine-operator";
    private static final Map<String, String> PREFIXES = prefixes();

    private final Api api;

    public Operator(Home home) {
        this.api = new Api(Running.in(home));
    }

    /** Verifies the trail of the named service, or of every service. */
    public int verifyAudit(List<String> arguments) throws IOException, InterruptedException {
        var code = 0;
        for (var service : arguments.isEmpty() ? PREFIXES.keySet() : List.of(arguments.getFirst())) {
            var answer = api.get(OPERATOR, prefix(service) + "/audit/verification");
            var intact = answer.isGood() && answer.body().path("intact").asBoolean();
            System.out.println(
                    service + ": " + (intact ? "the audit trail is intact" : "THE AUDIT TRAIL IS NOT VERIFIED"));
            System.out.println(api.pretty(answer));
            code = intact ? code : 1;
        }
        return code;
    }

    public int deadLetters(List<String> arguments) throws IOException, InterruptedException {
        return show(api.get(OPERATOR, prefix(service(arguments)) + "/dead-letters"));
    }

    public int redrive(List<String> arguments) throws IOException, InterruptedException {
        return show(api.post(OPERATOR, prefix(service(arguments)) + "/dead-letters/redrive", "", Map.of()));
    }

    public int rebuild(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.size() < 2) {
            throw new Impossible("Usage: ./anchor rebuild SERVICE PROJECTION");
        }
        var path = prefix(service(arguments)) + "/projections/" + arguments.get(1) + "/rebuild";
        return show(api.post(OPERATOR, path, "", Map.of()));
    }

    private int show(Api.Answer answer) throws IOException {
        System.out.println(api.pretty(answer));
        if (!answer.isGood()) {
            System.err.println("The call was refused with status " + answer.status() + ".");
        }
        return answer.isGood() ? 0 : 1;
    }

    private static String service(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new Impossible("Which service? One of " + String.join(", ", PREFIXES.keySet()));
        }
        return arguments.getFirst();
    }

    private static String prefix(String service) {
        var prefix = PREFIXES.get(service);
        if (prefix == null) {
            throw new Impossible(
                    "There is no service '" + service + "'. There are " + String.join(", ", PREFIXES.keySet()));
        }
        return prefix;
    }

    private static Map<String, String> prefixes() {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put("charter-service", "/api/charter/v1");
        prefixes.put("social-value-service", "/api/social-value/v1");
        prefixes.put("employment-service", "/api/employment/v1");
        return prefixes;
    }
}

package org.anchors.local.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.anchors.local.home.Accounts;
import org.anchors.local.home.Home;
import org.anchors.local.home.Secrets;

/** Access tokens of the demonstration's people and machines, from the running Keycloak. */
public final class Tokens {

    private static final String ENDPOINT = "/realms/anchors/protocol/openid-connect/token";
    private static final Duration RETRY_AFTER = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private final Duration patience;
    private final Running platform;
    private final Accounts accounts;
    private final Secrets secrets;
    private final HttpClient http = HttpClient.newHttpClient();

    Tokens(Running platform) {
        // Longer than Keycloak keeps an account closed that was asked for twice within half a second.
        this(platform, Duration.ofSeconds(75));
    }

    Tokens(Running platform, Duration patience) {
        this.platform = platform;
        this.patience = patience;
        this.accounts = Accounts.of(platform.home().checkout());
        this.secrets = new Secrets(platform.home().secrets());
    }

    /** Prints the token of that account and nothing else. */
    public static int print(Home home, String account) throws IOException, InterruptedException {
        System.out.println(new Tokens(Running.in(home)).of(account));
        return 0;
    }

    String of(String account) throws IOException, InterruptedException {
        var grant = grant(account);
        // One sign-in of an account at a time on this machine: Keycloak takes several at once for guessing.
        try (var turn = FileChannel.open(
                platform.home().run("token-" + account + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            awaitTurn(turn);
            return request(grant);
        }
    }

    /** Whoever has waited long enough goes on all the same. */
    private void awaitTurn(FileChannel turn) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(patience);
        while (turn.tryLock() == null && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
        }
    }

    private Map<String, String> grant(String account) {
        var form = new LinkedHashMap<String, String>();
        if (accounts.machine(account).isPresent()) {
            form.put("grant_type", "client_credentials");
            form.put("client_id", account);
            form.put("client_secret", secrets.of("client." + account));
        } else if (accounts.person(account).isPresent()) {
            form.put("grant_type", "password");
            form.put("client_id", "anchors-cli");
            form.put("username", account);
            form.put("password", secrets.of("user." + account));
        } else {
            throw new Impossible(
                    "There is no account '" + account + "'. There are:\n  " + String.join("\n  ", accounts.names()));
        }
        return form;
    }

    private String request(Map<String, String> form) throws IOException, InterruptedException {
        var response = send(form);
        // Keycloak refuses a person's second sign-in while the first is being decided (its protection against
        // guessing), with the same words as a wrong password.
        var deadline = Instant.now().plus(patience);
        for (var pause = RETRY_AFTER; isClosed(response) && Instant.now().isBefore(deadline); pause = longer(pause)) {
            if (pause.compareTo(LONGEST_PAUSE) >= 0) {
                System.err.println("Keycloak refuses for now; asking again for up to " + patience.toSeconds() + " s.");
            }
            Thread.sleep(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis())));
            response = send(form);
        }
        if (response.statusCode() != 200) {
            throw new Impossible("Keycloak gave no token (%d): %s%s"
                    .formatted(response.statusCode(), response.body(), hint(response.statusCode())));
        }
        return new ObjectMapper()
                .readTree(response.body())
                .required("access_token")
                .asText();
    }

    private static boolean isClosed(HttpResponse<String> response) {
        return response.statusCode() == 400 && response.body().contains("invalid_grant");
    }

    private static Duration longer(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
    }

    private HttpResponse<String> send(Map<String, String> form) throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(platform.fact("keycloak.url") + ENDPOINT))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw Impossible.noAnswerFrom("Keycloak");
        }
    }

    private static String hint(int status) {
        return status == 400 || status == 401
                ? "\nKeycloak closes an account for a minute when it is asked for too often at once: wait, then try again."
                        + "\nIf it never works: accounts are made at the first start only; one added since then is not there."
                : "\nSee ./anchor status and ./anchor logs keycloak";
    }
}

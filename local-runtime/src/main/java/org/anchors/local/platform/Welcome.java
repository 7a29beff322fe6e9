package org.anchors.local.platform;

import java.util.stream.Collectors;
import org.anchors.local.home.Accounts;
import org.anchors.local.home.Home;
import org.anchors.local.home.PrivateFile;

/** What is printed when everything is ready: the address, who can sign in, and three requests to try. */
final class Welcome {

    private final Home home;
    private final Platform platform;

    Welcome(Home home, Platform platform) {
        this.home = home;
        this.platform = platform;
    }

    void write() {
        PrivateFile.write(
                home.run("welcome"),
                platform.gateways().stream()
                        .findFirst()
                        .map(gateway -> whole(gateway.url()))
                        .orElseGet(this::engines));
    }

    private String engines() {
        return """
                PostgreSQL  127.0.0.1:%d   Kafka  %s
                Facts for tests: %s
                Stop them with ./anchor engines --stop
                """.formatted(platform.postgres().port(), platform.kafka().bootstrap(), home.run("platform.properties"));
    }

    private String whole(String url) {
        return """
                The platform answers at %1$s

                Accounts (./anchor token NAME prints a token; passwords are in %2$s):
                %3$s

                Try, from this directory:

                  curl -s -H "Authorization: Bearer $(%4$s token auditor)" %1$s/api/charter/v1/organisations

                  curl -s -X POST -H "Authorization: Bearer $(%4$s token reporter-mseft)" -H "Content-Type: application/json" \\
                    -H "Idempotency-Key: $(./anchor demo --key examples/reports/mseft-2024-25.json)" \\
                    --data-binary @examples/reports/mseft-2024-25.json %1$s/api/charter/v1/reports

                  curl -s -H "Authorization: Bearer $(%4$s token anchor-team)" %1$s/api/charter/v1/consolidated/2024-25

                ./anchor demo posts the reports of several partners. ./anchor help names the other verbs.
                """.formatted(url, home.secrets(), accounts(), script());
    }

    /** The script as it must be called to mean this platform. */
    private String script() {
        var usual = home.checkout().resolve(".anchors");
        return home.state().equals(usual)
                ? "./anchor"
                : "ANCHORS_HOME=" + quoted(home.state().toString()) + " ./anchor";
    }

    /** As a shell must be told it, also inside of double quotes and {@code $( )}. */
    static String quoted(String path) {
        return path.matches("[A-Za-z0-9_./+:@-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    private String accounts() {
        var accounts = Accounts.of(home.checkout());
        return accounts.people().stream().map(Welcome::line).collect(Collectors.joining("\n"))
                + "\n  machines: "
                + accounts.machines().stream().map(Accounts.Account::name).collect(Collectors.joining(", "));
    }

    private static String line(Accounts.Account account) {
        return "  %-20s %-22s %s"
                .formatted(
                        account.name(),
                        String.join(", ", account.roles()),
                        account.organisation().orElse(""));
    }
}

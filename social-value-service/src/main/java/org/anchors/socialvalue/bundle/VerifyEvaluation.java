package org.anchors.socialvalue.bundle;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.anchors.kit.edge.StrictJson;

/**
 * The command that verifies the bundle of an evaluation: {@code FILE [SHA-256]}. It needs no service, no database and no network.
 * Ends with 0 where the bundle is whole and its evaluation follows from its inputs, with 1 where not, with 2 where it cannot say.
 */
public final class VerifyEvaluation {

    private final PrintStream out;

    private VerifyEvaluation(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new VerifyEvaluation(System.out).verify(List.of(arguments)));
    }

    /** The same with its words sent elsewhere. */
    public static int verify(List<String> arguments, PrintStream out) {
        return new VerifyEvaluation(out).verify(arguments);
    }

    private int verify(List<String> arguments) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            out.println("Usage: ./anchor verify-evaluation FILE [SHA-256]");
            return 2;
        }
        try {
            var verified = Verification.of(Files.readAllBytes(Path.of(arguments.getFirst())), StrictJson.standalone());
            if (arguments.size() == 2 && !verified.sha256().equalsIgnoreCase(arguments.getLast())) {
                out.println("It is another bundle: its SHA-256 is " + verified.sha256());
                return 1;
            }
            show(verified);
            return 0;
        } catch (NotABundle changed) {
            out.println("The bundle does not verify. " + changed.getMessage());
            return 1;
        } catch (IOException unreadable) {
            out.println("The file %s cannot be read.".formatted(arguments.getFirst()));
            return 2;
        }
    }

    private void show(Verification verified) {
        out.println("The bundle is whole, and its evaluation follows from its inputs byte for byte.");
        out.println("SHA-256      " + verified.sha256());
        verified.about().forEach((what, said) -> out.printf("%-12s %s%n", what, said));
        verified.evaluation()
                .ranking()
                .forEach(ranked -> out.printf(
                        "%-12s %s, %s%n",
                        "rank " + ranked.rank(), ranked.bid(), ranked.total().toPlainString()));
        out.println("ineligible   " + verified.evaluation().ineligible().size());
    }
}

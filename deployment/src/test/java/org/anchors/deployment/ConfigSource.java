package org.anchors.deployment;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The settings that one Java source declares, with their defaults: single ones, those that say when something is done, and
 * interfaces that a prefix is mapped to.
 */
final class ConfigSource {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CHECK = Pattern.compile("@Pattern\\(.*?\\)");
    private static final Pattern BODY =
            Pattern.compile("\\s+(default|private) [^;{]*\\{.*?\\n {4,}\\}\\n", Pattern.DOTALL);
    private static final Pattern SINGLE =
            Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?");
    private static final Pattern SCHEDULED =
            Pattern.compile("@Scheduled\\((?:every|cron) = \"\\{([^}:]+)(?::([^}]*))?\\}\"");
    private static final Pattern MAPPED =
            Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)\\s*(?:public )?(interface )?(\\w+)");
    private static final Pattern METHOD = Pattern.compile(
            "(?:@WithDefault\\(\"([^\"]*)\"\\)\\s*)?(?<!default )\\b([A-Z]\\w*(?:<.*>)?|int|long|boolean) (\\w+)\\(\\);");

    private final Map<String, String> bodies = new LinkedHashMap<>();
    private final Map<String, String> settings = new TreeMap<>();

    private ConfigSource() {}

    static Map<String, String> settings(String source) {
        var code = COMMENT.matcher(source).replaceAll("");
        code = CHECK.matcher(code).replaceAll("");
        var found = new ConfigSource();
        found.single(SINGLE, code);
        found.single(SCHEDULED, code);
        found.mapped(code);
        return found.settings;
    }

    private void single(Pattern pattern, String code) {
        var singles = pattern.matcher(code);
        while (singles.find()) {
            settings.put(singles.group(1), singles.group(2) == null ? "" : singles.group(2));
        }
    }

    private void mapped(String code) {
        var mapped = MAPPED.matcher(code);
        while (mapped.find()) {
            if (mapped.group(2) == null) {
                // Mapped where it is injected; the interface is in another file of one setting.
                settings.put(mapped.group(1) + ".url", "");
                continue;
            }
            peel(code);
            walk(mapped.group(1), mapped.group(3));
        }
    }

    /** Takes the innermost interfaces out, one after the other. */
    private void peel(String code) {
        var rest = BODY.matcher(code).replaceAll("\n");
        var innermost = Pattern.compile("interface (\\w+) \\{([^{}]*)\\}").matcher(rest);
        while (innermost.find()) {
            bodies.put(innermost.group(1), innermost.group(2));
            rest = rest.substring(0, innermost.start()) + rest.substring(innermost.end());
            innermost = Pattern.compile("interface (\\w+) \\{([^{}]*)\\}").matcher(rest);
        }
    }

    private void walk(String prefix, String name) {
        var methods = METHOD.matcher(bodies.getOrDefault(name, ""));
        while (methods.find()) {
            var key =
                    prefix + "." + methods.group(3).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            var type = methods.group(2);
            var value = type.replaceAll("^Map<String, (.*)>$", "$1");
            var place = type.startsWith("Map<") ? key + ".*" : key;
            if (bodies.containsKey(value)) {
                walk(place, value);
            } else {
                settings.put(place, methods.group(1) == null ? "" : methods.group(1));
            }
        }
    }
}

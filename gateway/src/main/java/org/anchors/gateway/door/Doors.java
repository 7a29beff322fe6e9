package org.anchors.gateway.door;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anchors.gateway.door.Door.Page;
import org.anchors.gateway.door.Door.Passage;
import org.anchors.gateway.door.Door.Who;
import org.anchors.gateway.service.Service;

/** Every path that exists. A path is compared as it was sent, before anything is decoded or tidied up. */
final class Doors {

    private static final Map<String, Door> PAGES = Map.ofEntries(
            entry("/", new Page(Who.ANYONE)),
            entry("/docs", new Page(Who.ANYONE)),
            entry("/docs/start.js", new Page(Who.ANYONE)),
            entry("/openapi-ui/swagger-ui-bundle.js", new Page(Who.ANYONE)),
            entry("/openapi-ui/swagger-ui.css", new Page(Who.ANYONE)),
            entry("/openapi", new Page(Who.ANYONE)),
            entry("/health", new Page(Who.ANYONE)),
            entry("/q/health", new Page(Who.PROBES)),
            entry("/q/health/live", new Page(Who.PROBES)),
            entry("/q/health/ready", new Page(Who.PROBES)),
            entry("/q/health/started", new Page(Who.PROBES)),
            entry("/q/metrics", new Page(Who.OPERATORS)));

    private static final Map<String, Service> SERVICES =
            Arrays.stream(Service.values()).collect(Collectors.toUnmodifiableMap(Service::key, Function.identity()));

    /**
     * Segments that mean the same to everybody who reads them: none is empty or made of dots, and nothing in them turns
     * into a separator, a dot, a percent sign or a control character when it is decoded. A semicolon is left out because
     * some readers cut a segment there.
     */
    private static final Pattern PASSAGE = Pattern.compile("/api/(?<service>[a-z-]+)/v1(?:/(?!\\.{1,2}(?:/|$))"
            + "(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%(?!2[EeFf5]|5[Cc]|[01][0-9A-Fa-f]|7[Ff])[0-9A-Fa-f]{2})+)+");

    private Doors() {}

    static Optional<Door> at(String uri) {
        var query = uri.indexOf('?');
        var path = query < 0 ? uri : uri.substring(0, query);
        var page = PAGES.get(path);
        return page == null ? passage(path) : Optional.of(page);
    }

    private static Optional<Door> passage(String path) {
        var match = PASSAGE.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        var service = SERVICES.get(match.group("service"));
        if (service == null) {
            return Optional.empty();
        }
        var who = path.equals(service.document()) ? Who.ANYONE : Who.BEARERS;
        return Optional.of(new Passage(who, service));
    }
}

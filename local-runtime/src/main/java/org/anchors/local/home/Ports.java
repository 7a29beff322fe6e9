package org.anchors.local.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The port of every part that listens, all checked before the first one starts. */
public final class Ports {

    /** The ports that are used when nobody says otherwise; further replicas have free ones. */
    public static final Map<String, Integer> USUAL = usual();

    /** Below the range from which operating systems take ports for outgoing connections. */
    private static final int FREE_FROM = 20_000;

    private static final int FREE_TO = 30_000;

    private final Map<String, Integer> chosen;

    private Ports(Map<String, Integer> chosen) {
        this.chosen = chosen;
    }

    /**
     * Chooses a port for each part and makes sure that nobody has it.
     *
     * @param environment {@code ANCHORS_PORTS=free} picks free ones, {@code ANCHORS_PORT_<PART>} names one
     * @throws NoSuchPort when what is named is no port
     * @throws PortsTaken naming every port that is taken
     */
    public static Ports choose(List<String> parts, Map<String, String> environment) {
        var free = "free".equals(environment.get("ANCHORS_PORTS"));
        var chosen = new LinkedHashMap<String, Integer>();
        var taken = new ArrayList<PortsTaken.Taken>();
        for (var part : parts) {
            var port = wanted(part, environment, free, chosen);
            if (!isFree(port)) {
                taken.add(new PortsTaken.Taken(part, port, variable(part)));
            }
            chosen.put(part, port);
        }
        if (!taken.isEmpty()) {
            throw new PortsTaken(taken);
        }
        return new Ports(chosen);
    }

    public int of(String part) {
        var port = chosen.get(part);
        if (port == null) {
            throw new IllegalArgumentException("No port was chosen for " + part);
        }
        return port;
    }

    static String variable(String part) {
        return "ANCHORS_PORT_" + part.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static int wanted(String part, Map<String, String> environment, boolean free, Map<String, Integer> chosen) {
        @Nullable String named = environment.get(variable(part));
        if (named != null) {
            return number(variable(part), named);
        }
        var usual = USUAL.get(part);
        return free || usual == null ? anyFree(chosen) : usual;
    }

    private static int number(String variable, String named) {
        // Nine digits always fit; whatever is longer is no port.
        var port = named.matches("[0-9]{1,9}") ? Integer.parseInt(named) : 0;
        if (port < 1 || port > 65_535) {
            throw new NoSuchPort(variable, named);
        }
        return port;
    }

    private static int anyFree(Map<String, Integer> chosen) {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FREE_FROM, FREE_TO);
            if (!chosen.containsValue(port) && isFree(port)) {
                return port;
            }
        }
    }

    /** Free for a listener on the loopback address, and free of one that listens on every address. */
    static boolean isFree(int port) {
        return bindable(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && bindable(new InetSocketAddress(port));
    }

    private static boolean bindable(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Map<String, Integer> usual() {
        var usual = new LinkedHashMap<String, Integer>();
        usual.put("gateway", 8080);
        usual.put("charter-service", 18081);
        usual.put("social-value-service", 18082);
        usual.put("employment-service", 18083);
        usual.put("keycloak", 18180);
        usual.put("postgres", 15432);
        usual.put("kafka", 19092);
        usual.put("kafka-controller", 19093);
        return usual;
    }
}

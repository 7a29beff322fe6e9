package org.anchors.gateway.door;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import org.anchors.gateway.service.Limits;

/** How often each client may still ask. Kept for a bounded number of clients: the quietest is forgotten first. */
@Singleton
final class Allowances {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int NETWORK_OF_IPV6 = 4;

    private final LoadingCache<String, Bucket> requests;
    private final LoadingCache<String, Bucket> failures;

    Allowances(Limits limits) {
        var rate = limits.rate();
        requests = buckets(rate.clients(), rate.burst(), rate.requestsPerSecond());
        failures = buckets(rate.clients(), rate.failuresBurst(), rate.failuresPerSecond());
    }

    private static LoadingCache<String, Bucket> buckets(int most, int burst, int perSecond) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(REMEMBERED)
                .build(client -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }

    /** Takes one request from the caller's allowance. Empty: go ahead; otherwise the seconds to wait. */
    OptionalLong request(Caller caller) {
        return take(requests, "token " + caller.subject());
    }

    /** The same for somebody who has shown no token. */
    OptionalLong request(SocketAddress address) {
        return take(requests, network(address));
    }

    /** Takes one refused token from the address's allowance; good tokens from there are not held up by it. */
    OptionalLong failure(SocketAddress address) {
        return take(failures, network(address));
    }

    private static OptionalLong take(LoadingCache<String, Bucket> buckets, String client) {
        var probe = buckets.get(client).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return OptionalLong.empty();
        }
        var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
        return OptionalLong.of(wait.toSeconds() + 1);
    }

    /** Who has one IPv6 address usually has the whole /64. */
    private static String network(SocketAddress address) {
        var host = address.hostAddress();
        if (host == null) {
            return "unknown";
        }
        var groups = host.split(":", -1);
        return groups.length <= NETWORK_OF_IPV6 ? host : String.join(":", Arrays.copyOf(groups, NETWORK_OF_IPV6));
    }
}

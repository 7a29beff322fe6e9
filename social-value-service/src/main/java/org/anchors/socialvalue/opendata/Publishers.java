package org.anchors.socialvalue.opendata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Optional;

/** Under which names open data is published; all of it is said by whoever runs the platform. */
@ConfigMapping(prefix = "anchors.ocds")
public interface Publishers {

    /** What stands before the identifiers of a buyer that has registered no prefix. */
    String UNREGISTERED = "unregistered";

    /** Where the gateway is reached from outside, without a slash at the end. */
    @WithDefault("http://localhost:8080")
    String address();

    /** By the buyer's key. */
    Map<String, Buyer> buyers();

    /** A buyer as a publisher. */
    interface Buyer {

        /** The prefix that the buyer has registered with the Open Contracting Partnership. */
        Optional<@Pattern(regexp = "ocds-[a-z0-9]{6}") String> prefix();

        /** Its name in words. */
        Optional<String> name();
    }

    /** The name of a buyer; its key, where none is said. */
    default String name(String buyer) {
        return buyer(buyer).flatMap(Buyer::name).orElse(buyer);
    }

    /** The identifier of a contracting process of a buyer. */
    default String ocid(String buyer, Object process) {
        return buyer(buyer).flatMap(Buyer::prefix).orElse(UNREGISTERED) + "-" + process;
    }

    private Optional<Buyer> buyer(String key) {
        return Optional.ofNullable(buyers().get(key));
    }
}

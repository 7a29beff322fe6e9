package org.anchors.kit.inbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Makes dead letters of events whose effect failed, and leaves those in Kafka that were not taken. */
@ApplicationScoped
@Identifier("dead-letters-of-failures")
class DeadLettersOfFailures implements KafkaFailureHandler.Factory {

    private final KafkaFailureHandler.Factory deadLetters;

    DeadLettersOfFailures(
            @Identifier(KafkaFailureHandler.Strategy.DEAD_LETTER_QUEUE) KafkaFailureHandler.Factory deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public KafkaFailureHandler create(
            KafkaConnectorIncomingConfiguration config,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return new Handler(deadLetters.create(config, vertx, consumer, reportFailure));
    }

    private record Handler(KafkaFailureHandler deadLetters) implements KafkaFailureHandler {

        /** Neither acknowledged nor a dead letter: what comes behind such an event waits with it. */
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> message, Throwable reason, Metadata metadata) {
            return reason instanceof NotTaken
                    ? Uni.createFrom().nothing()
                    : deadLetters.handle(message, reason, metadata);
        }

        @Override
        public void terminate() {
            deadLetters.terminate();
        }
    }
}

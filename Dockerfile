# One file for the four programs:
#   docker build --build-arg PROGRAM=charter-service --tag anchors/charter-service:1.0.0 .
# PROGRAM: charter-service, social-value-service, employment-service or gateway.

# All of them are built in one stage, so that four images cost one build.
FROM maven:3.9.11-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q package -DskipTests -Dspotless.check.skip=true -am \
      -pl charter-service,social-value-service,employment-service,gateway,local-runtime,deployment

# The JVM that records the ahead-of-time cache has to be the very one that uses it.
FROM eclipse-temurin:25.0.3_9-jre-noble AS java

# One start of the program, against a PostgreSQL and a Kafka of its own that are gone afterwards. One program at a time: the lock
# holds where four images are built at once, so that each has the machine for itself.
FROM java AS trained
ARG PROGRAM
RUN useradd --uid 10001 --no-create-home trainer && install -d -o 10001 /training
COPY --from=build /src/local-runtime/target/launcher /launcher
COPY --from=build --chown=10001 /src/${PROGRAM}/target/quarkus-app /app
USER 10001
RUN --mount=type=cache,id=anchors-training,sharing=locked,target=/one-at-a-time \
    java -Danchors.checkout=/training -Danchors.home=/training/state -Danchors.app.${PROGRAM}=/app \
      -cp '/launcher/local-runtime.jar:/launcher/lib/*' org.anchors.local.Main train ${PROGRAM} \
    && mv /app/${PROGRAM}-*.aot /app/program.aot

# What the compose file needs at each start: secrets, databases and topics.
FROM java AS setup
COPY --from=build /src/local-runtime/target/launcher /launcher
COPY --chmod=0755 keycloak /setup/keycloak
RUN cd / && install -d -o 10001 secrets && cd secrets && install -d -o 10001 platform postgres databases keycloak grafana prometheus \
      charter-service social-value-service employment-service
USER 10001:10001
ENTRYPOINT ["java", "-Danchors.checkout=/setup", "-Danchors.home=/secrets/platform", "-cp", "/launcher/local-runtime.jar:/launcher/lib/*", "org.anchors.local.Main"]

FROM java
ARG PROGRAM
ARG VERSION=1.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="anchors/${PROGRAM}" \
      org.opencontainers.image.description="The reporting platform of the Mid and South Essex anchor charter: ${PROGRAM}" \
      org.opencontainers.image.vendor="Mid and South Essex anchor partnership" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.base.name="eclipse-temurin:25.0.3_9-jre-noble"
COPY --from=trained --chown=0:0 /app /app
COPY --from=build /src/${PROGRAM}/target/sbom.json /src/deployment/target/ready.jar /app/
COPY --chmod=0644 deployment/src/main/image/java.options /app/
# Nobody needs a name for it; files belong to root and are read only. Only /tmp is written to.
USER 10001:10001
WORKDIR /app
# A cache that the JVM would not take of these files is no image: without this mode it would run without one, and say nothing.
RUN ["java", "@/app/java.options", "-XX:AOTMode=on", "-cp", "/app/quarkus-run.jar", "-version"]
ENV QUARKUS_HTTP_PORT=8080 QUARKUS_LOG_CONSOLE_JSON_ENABLED=true
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
  CMD ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx16m", "-cp", "/app/ready.jar", "org.anchors.deployment.Ready", "http://127.0.0.1:8080/q/health/ready"]
ENTRYPOINT ["java", "@/app/java.options", "-jar", "/app/quarkus-run.jar"]

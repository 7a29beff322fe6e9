package org.anchors.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** Publishes a realm's configuration and keys, as far as somebody who checks tokens reads them. */
final class StandInRealm {

    private final KeyPair keys = pair();
    private final String url;

    StandInRealm(Vertx vertx) {
        var server = vertx.createHttpServer()
                .requestHandler(this::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        url = "http://127.0.0.1:" + server.actualPort() + "/realms/anchors";
    }

    String url() {
        return url;
    }

    String signingKey() {
        return Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
    }

    static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(HttpServerRequest request) {
        var answer = request.path().endsWith("/certs") ? certificates() : configuration();
        request.response().putHeader("Content-Type", "application/json").end(answer.encode());
    }

    private JsonObject configuration() {
        return new JsonObject()
                .put("issuer", url)
                .put("jwks_uri", url + "/protocol/openid-connect/certs")
                .put("token_endpoint", url + "/protocol/openid-connect/token");
    }

    private JsonObject certificates() {
        var key = (RSAPublicKey) keys.getPublic();
        return new JsonObject()
                .put(
                        "keys",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kid", "one")
                                        .put("kty", "RSA")
                                        .put("alg", "RS256")
                                        .put("use", "sig")
                                        .put("n", base64(key.getModulus()))
                                        .put("e", base64(key.getPublicExponent()))));
    }

    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        var from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }
}

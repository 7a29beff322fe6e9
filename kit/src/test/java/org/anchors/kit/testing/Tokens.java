package org.anchors.kit.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Access tokens as Keycloak makes them, signed with a key that exists for one run of the tests. */
public final class Tokens {

    private static final String ISSUER = "http://issuer.test/realms/anchors";
    /** The key crosses from the class loader of the test framework to that of the test in a system property. */
    private static final String KEY_PROPERTY = "anchors.test.signing-key";

    private Tokens() {}

    static Map<String, String> settings() {
        var pair = newPair();
        System.setProperty(
                KEY_PROPERTY,
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        return Map.of(
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                "quarkus.oidc.token.issuer",
                ISSUER);
    }

    /** A token of somebody who has roles and belongs to an organisation, or to none. */
    public static String of(String name, @Nullable String organisation, String... roles) {
        var token = Jwt.issuer(ISSUER)
                .audience("anchors-api")
                .subject("subject-of-" + name)
                .preferredUserName(name)
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .expiresIn(Duration.ofHours(1));
        return (organisation == null ? token : token.claim("organisation", organisation)).sign(key());
    }

    private static PrivateKey key() {
        var encoded = Objects.requireNonNull(System.getProperty(KEY_PROPERTY), "The engines are not started");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair newPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

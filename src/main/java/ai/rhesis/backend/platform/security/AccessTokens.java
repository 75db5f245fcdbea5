package ai.rhesis.backend.platform.security;

import ai.rhesis.backend.platform.secrets.KeyRing;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/// The short-lived JWTs of people who logged in: they name the session and, for clients to show, its holder.
/// Rights are read anew for every request, so that none can be stale.
///
/// The first key of the ring signs; what any of its keys signed is accepted until it expires.
public final class AccessTokens {

    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final String EPOCH = "epoch";

    private final JwtEncoder encoder;
    private final JwtDecoder decoder;
    private final JwsHeader header;

    AccessTokens(KeyRing ring) {
        SequencedMap<String, SecretKey> keys = ring.derive("jwt");
        List<JWK> jwks = keys.entrySet().stream()
                .<JWK>map(key -> new OctetSequenceKey.Builder(key.getValue())
                        .keyID(key.getKey())
                        .algorithm(JWSAlgorithm.HS256)
                        .build())
                .toList();
        ImmutableJWKSet<SecurityContext> source = new ImmutableJWKSet<>(new JWKSet(jwks));
        encoder = new NimbusJwtEncoder(source);
        decoder = decoder(source);
        header = JwsHeader.with(MacAlgorithm.HS256)
                .type("JWT")
                .keyId(keys.firstEntry().getKey())
                .build();
    }

    private static JwtDecoder decoder(ImmutableJWKSet<SecurityContext> source) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.HS256, source));
        // the decoder's own validator checks the times
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return new NimbusJwtDecoder(processor);
    }

    public String issue(Session session, SessionUser user) {
        Instant now = Instant.now();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject(session.account().toString())
                .claim(EPOCH, session.epoch())
                .claim("type", "session")
                .claim("user", user.claims())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    /// Returns the session that the token was issued for, or null when it is no token of ours or has expired.
    public @Nullable Session session(String token) {
        try {
            Jwt decoded = decoder.decode(token);
            return decoded.getClaim(EPOCH) instanceof Number epoch
                    ? new Session(UUID.fromString(String.valueOf(decoded.getSubject())), epoch.intValue())
                    : null;
        } catch (JwtException | IllegalArgumentException notOurs) {
            return null;
        }
    }
}

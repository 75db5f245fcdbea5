package ai.rhesis.backend.integration.endpoint.transport;

import ai.rhesis.backend.platform.egress.Attempts;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tokens got for client credentials, each kept until shortly before it expires and asked for by one at a time.
///
/// A token is found by the whole credentials, the secret among them: whoever can't give the secret gets no token.
@Component
public class ClientTokens {

    private static final int MAX_CACHED = 1_000;
    private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(5);
    private static final Duration MAX_LIFETIME = Duration.ofHours(1);
    private static final Duration SAFETY = Duration.ofSeconds(30);

    private final HttpTransport http;
    private final JsonMapper json;
    private final Map<ClientCredentials, Slot> slots = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ClientCredentials, Slot> eldest) {
            return size() > MAX_CACHED;
        }
    };

    ClientTokens(HttpTransport http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    /// @throws CallException when none is given
    public String get(ClientCredentials credentials) {
        Slot slot = slot(credentials);
        slot.lock.lock();
        try {
            Token kept = slot.token;
            Token token = kept != null && kept.expiry.isAfter(Instant.now()) ? kept : fetch(credentials);
            slot.token = token;
            return token.text;
        } finally {
            slot.lock.unlock();
        }
    }

    /// Forgets a token that was revoked, so that the next one is fetched anew.
    public void forget(ClientCredentials credentials) {
        synchronized (slots) {
            slots.remove(credentials);
        }
    }

    private Slot slot(ClientCredentials credentials) {
        synchronized (slots) {
            return slots.computeIfAbsent(credentials, key -> new Slot());
        }
    }

    private Token fetch(ClientCredentials credentials) {
        Outgoing request = request(credentials);
        return token(Attempts.call(() -> http.send(request)));
    }

    private static Outgoing request(ClientCredentials credentials) {
        HttpUrl url = HttpUrl.parse(credentials.tokenUrl());
        if (url == null) {
            throw CallException.configuration("token_url", "is not an address");
        }
        return new Outgoing(
                "POST",
                url,
                Map.of("Accept", "application/json", "User-Agent", "rhesis"),
                form(credentials),
                "application/x-www-form-urlencoded",
                Redaction.of(credentials.clientSecret()));
    }

    private static String form(ClientCredentials credentials) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>(credentials.extra());
        parameters.put("grant_type", "client_credentials");
        parameters.put("client_id", credentials.clientId());
        parameters.put("client_secret", credentials.clientSecret());
        parameters.put("scope", credentials.scope());
        parameters.put("audience", credentials.audience());
        FormBody.Builder form = new FormBody.Builder();
        parameters.forEach((name, value) -> {
            if (value != null) {
                form.add(name, value);
            }
        });
        FormBody body = form.build();
        return IntStream.range(0, body.size())
                .mapToObj(index -> body.encodedName(index) + "=" + body.encodedValue(index))
                .collect(Collectors.joining("&"));
    }

    private Token token(String answer) {
        JsonNode read = parse(answer);
        String text = read.path("access_token").asString("");
        if (text.isEmpty()) {
            throw CallException.answer("the answer of token_url holds no access_token");
        }
        long seconds = read.path("expires_in").asLong(DEFAULT_LIFETIME.toSeconds());
        Duration life = Duration.ofSeconds(Math.clamp(seconds, 0, MAX_LIFETIME.toSeconds()));
        Duration safety = SAFETY.compareTo(life.dividedBy(2)) < 0 ? SAFETY : life.dividedBy(2);
        return new Token(text, Instant.now().plus(life).minus(safety));
    }

    private JsonNode parse(String answer) {
        try {
            return json.readTree(answer);
        } catch (JacksonException noJson) {
            throw CallException.answer("the answer of token_url is not JSON");
        }
    }

    private record Token(String text, Instant expiry) {}

    private static final class Slot {

        final ReentrantLock lock = new ReentrantLock();

        @Nullable
        Token token;
    }
}

package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.model.Provider;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Redaction;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/// Where a model is called and what is shown there.
record Destination(
        Provider provider,
        HttpUrl address,
        Map<String, String> headers,
        @Nullable String key) {

    private static final Pattern SENDABLE = Pattern.compile("[!-~]+");

    /// @throws CallException when the provider has no address or the key can't be sent
    static Destination of(ModelSnapshot model, @Nullable String key) {
        Provider provider = Provider.of(model.provider());
        String unavailability = provider.unavailability(model.endpoint(), key != null);
        String address = provider.address(model.endpoint());
        if (unavailability != null || address == null) {
            throw CallException.configuration(String.valueOf(unavailability));
        }
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            throw CallException.configuration("the endpoint is no address that can be called");
        }
        // a library that refuses such a header would name its value in its complaint
        if (key != null && !SENDABLE.matcher(key).matches()) {
            throw CallException.configuration("the key has characters that no HTTP header can carry");
        }
        return new Destination(provider, url, model.requestHeaders(), key);
    }

    /// The same request, sent here: with the model's headers and its key, and no other key.
    Request address(Request request) {
        HttpUrl.Builder url = address.newBuilder()
                .addEncodedPathSegments(request.url().encodedPath().substring(1));
        Request.Builder addressed = request.newBuilder()
                .url(url.build())
                .removeHeader("Authorization")
                .removeHeader("X-Api-Key")
                .header("User-Agent", "rhesis");
        try {
            headers.forEach(addressed::header);
        } catch (IllegalArgumentException unsendable) {
            throw CallException.configuration("request_headers hold what no HTTP header can carry");
        }
        return key == null ? addressed.build() : signed(addressed, key).build();
    }

    private Request.Builder signed(Request.Builder request, String key) {
        return switch (provider) {
            case ANTHROPIC -> request.header("X-Api-Key", key);
            case AZURE, AZURE_AI -> request.header("Api-Key", key);
            default -> request.header("Authorization", "Bearer " + key);
        };
    }

    /// For texts of the other side, should it repeat the key.
    Redaction redaction() {
        return Redaction.of(key);
    }

    @Override
    public String toString() {
        return "Destination[" + address + "]";
    }
}

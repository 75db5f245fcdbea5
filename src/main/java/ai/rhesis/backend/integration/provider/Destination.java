package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.model.Provider;
import ai.rhesis.backend.integration.model.Provider.Protocol;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Redaction;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// The address of a model, with the headers and the key that are sent there.
record Destination(
        Provider provider,
        HttpUrl address,
        Map<String, String> headers,
        @Nullable String key) {

    private static final Pattern SENDABLE = Pattern.compile("[!-~]+");

    /// Resolves where a model is called.
    ///
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
            throw CallException.configuration("the endpoint is not an address that can be called");
        }
        // checked here, because the client would repeat the key in its message
        if (key != null && !SENDABLE.matcher(key).matches()) {
            throw CallException.configuration("the key has characters that no HTTP header can carry");
        }
        return new Destination(provider, url, model.requestHeaders(), key);
    }

    /// Makes a request for a path below the address, with the model's headers and its key.
    Request request(String path, RequestBody body) {
        Request.Builder request = new Request.Builder()
                .url(address.newBuilder()
                        .addEncodedPathSegments(path.substring(1))
                        .build())
                .post(body)
                .header("User-Agent", "rhesis")
                .header("Accept", "application/json");
        if (provider.protocol() == Protocol.ANTHROPIC) {
            request.header(AnthropicProtocol.VERSION_HEADER, AnthropicProtocol.VERSION);
        }
        addHeaders(request);
        return key == null ? request.build() : signed(request, key).build();
    }

    private void addHeaders(Request.Builder request) {
        try {
            headers.forEach(request::header);
        } catch (IllegalArgumentException unsendable) {
            throw CallException.configuration(
                    "request_headers hold characters that no HTTP header can carry, such as line breaks or accents");
        }
    }

    private Request.Builder signed(Request.Builder request, String key) {
        return switch (provider) {
            case ANTHROPIC -> request.header("X-Api-Key", key);
            case AZURE, AZURE_AI -> request.header("Api-Key", key);
            default -> request.header("Authorization", "Bearer " + key);
        };
    }

    /// Returns the redaction of texts from the other side, which may repeat the key.
    Redaction redaction() {
        return Redaction.of(key);
    }

    @Override
    public String toString() {
        return "Destination[" + address + "]";
    }
}

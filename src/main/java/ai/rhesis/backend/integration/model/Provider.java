package ai.rhesis.backend.integration.model;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A provider of models: where it serves them and in which protocol. Its names are values of the type `ProviderType`.
///
/// An organization may add values of its own; those are [#OTHER], any server that speaks the protocol of OpenAI.
public enum Provider {
    OPENAI("https://api.openai.com", "/v1"),
    ANTHROPIC(Protocol.ANTHROPIC, "https://api.anthropic.com", ""),
    GEMINI("https://generativelanguage.googleapis.com", "/v1beta/openai"),
    AZURE(null, "/openai/v1"),
    AZURE_AI(null, "/openai/v1"),
    MISTRAL("https://api.mistral.ai", "/v1"),
    COHERE("https://api.cohere.ai", "/compatibility/v1"),
    GROQ("https://api.groq.com", "/openai/v1"),
    VERTEX_AI(null, "/v1"),
    TOGETHER_AI("https://api.together.xyz", "/v1"),
    REPLICATE(null, "/v1"),
    PERPLEXITY("https://api.perplexity.ai", ""),
    OLLAMA("http://localhost:11434", "/v1"),
    VLLM(null, "/v1"),
    HUGGINGFACE("https://router.huggingface.co", "/v1"),
    OPENROUTER("https://openrouter.ai", "/api/v1"),
    LITELLM_PROXY(null, "/v1"),
    META_LLAMA("https://api.llama.com", "/compat/v1"),
    OTHER(null, "/v1");

    private static final String OLLAMA_ROUTES =
            "/api/chat|/api/generate|/api/embed|/api|/v1/chat/completions|/v1/embeddings|/v1";

    private final Protocol protocol;
    private final @Nullable String origin;
    private final String path;

    Provider(@Nullable String origin, String path) {
        this(Protocol.OPENAI, origin, path);
    }

    /// @param origin where the provider itself serves; null where each customer has a place of their own
    /// @param path below which the protocol is spoken
    Provider(Protocol protocol, @Nullable String origin, String path) {
        this.protocol = protocol;
        this.origin = origin;
        this.path = path;
    }

    /// Finds the provider that a type value names, whatever its case.
    public static Provider of(String value) {
        return Arrays.stream(values())
                .filter(provider -> provider.name().equalsIgnoreCase(value))
                .findFirst()
                .orElse(OTHER);
    }

    public Protocol protocol() {
        return protocol;
    }

    /// Returns the address below which a model is called: its endpoint, which gets the provider's path when it has
    /// none, or the provider's own; null when there is neither.
    public @Nullable String address(@Nullable String endpoint) {
        if (endpoint == null) {
            return origin == null ? null : origin + path;
        }
        String address = withoutRoute(endpoint);
        boolean hasNoPath = address.equalsIgnoreCase(originOf(address));
        return hasNoPath || this == OLLAMA ? address + path : address;
    }

    /// Returns scheme, host and port to which a model's key is sent; empty when there is no address.
    public String destination(@Nullable String endpoint) {
        String address = address(endpoint);
        return address == null ? "" : originOf(address);
    }

    /// Returns why a model can't be called; null when it can. Whether a server of the organization's own asks for a
    /// key, only calling it tells.
    public @Nullable String unavailability(@Nullable String endpoint, boolean hasKey) {
        String name = name().toLowerCase(Locale.ROOT);
        if (address(endpoint) == null) {
            return "No endpoint is stored, and " + (this == OTHER ? "this provider" : name)
                    + " needs one: the address of a server that speaks the protocol of OpenAI";
        }
        return hasKey || endpoint != null || this == OLLAMA ? null : "No key is stored, and " + name + " needs one";
    }

    // people give the address that they see in examples
    private String withoutRoute(String endpoint) {
        String routes = this == OLLAMA ? OLLAMA_ROUTES : protocol.routes;
        return endpoint.replaceFirst("/+$", "").replaceFirst("(?:" + routes + ")(?=$|\\?)", "");
    }

    private static String originOf(String address) {
        return address.replaceFirst("(?<=[^:/])[/?#].*", "").toLowerCase(Locale.ROOT);
    }

    /// The protocols in which models are called.
    public enum Protocol {
        OPENAI("/chat/completions|/completions|/embeddings"),
        ANTHROPIC("/v1/messages|/v1");

        private final String routes;

        Protocol(String routes) {
            this.routes = routes;
        }
    }
}

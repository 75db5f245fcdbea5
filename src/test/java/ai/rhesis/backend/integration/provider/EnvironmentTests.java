package ai.rhesis.backend.integration.provider;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.support.FakeModelServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls providers from another process, whose environment has what their libraries look for.
class EnvironmentTests {

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "ollama"})
    void keysAndAddressesOfTheEnvironmentAreNotUsed(String provider) throws Exception {
        try (FakeModelServer server = FakeModelServer.start();
                FakeModelServer trap = FakeModelServer.start()) {
            Process caller = start(provider, server.url(), trap.url());
            assertThat(new String(caller.getInputStream().readAllBytes())).contains("answered ok");
            assertThat(caller.waitFor()).isZero();
            assertThat(trap.received()).isEmpty();
            assertThat(server.received()).hasSize(1);
            assertThat(server.received().getFirst().headers().toString()).doesNotContain("sk-environment");
        }
    }

    /// The other process: calls a model of a provider, without a key, at an address.
    public static void main(String[] arguments) {
        ModelSnapshot model =
                new ModelSnapshot(UUID.randomUUID(), "m", arguments[0], "m", arguments[1], Map.of(), Map.of());
        ProviderClient client = new ProviderClient(new OkHttpClient(), Destination.of(model, null));
        Reply reply = Models.chat(client, model, Chat.of(List.of(Message.user("Hello"))));
        System.out.println("answered " + reply.text());
        System.exit(0);
    }

    private static Process start(String provider, String url, String trap) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        EnvironmentTests.class.getName(),
                        provider,
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        for (String name : List.of("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "OLLAMA_API_KEY")) {
            process.environment().put(name, "sk-environment");
        }
        for (String name :
                List.of("OPENAI_BASE_URL", "ANTHROPIC_BASE_URL", "OLLAMA_HOST", "HTTP_PROXY", "http_proxy")) {
            process.environment().put(name, trap);
        }
        return process.start();
    }
}

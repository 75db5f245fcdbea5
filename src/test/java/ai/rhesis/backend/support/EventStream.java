package ai.rhesis.backend.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Server-sent events as a client reads them, while they come.
public final class EventStream implements AutoCloseable {

    private final HttpClient client;
    private final BufferedReader lines;

    private EventStream(HttpClient client, BufferedReader lines) {
        this.client = client;
        this.lines = lines;
    }

    /// @param lastEventId behind which to begin; null for the beginning
    public static EventStream open(String address, String token, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            HttpClient client = HttpClient.newHttpClient();
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            return new EventStream(
                    client, new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// The events up to and with the first that fulfils the condition, or to the end.
    public List<Event> until(Predicate<Event> last) {
        List<Event> events = new ArrayList<>();
        try {
            Event next = next();
            while (next != null) {
                events.add(next);
                next = last.test(next) ? null : next();
            }
            return events;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private @Nullable Event next() throws IOException {
        String name = "";
        String id = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("data: ")) {
                return new Event(name, id, JsonMapper.shared().readTree(line.substring(6)));
            }
        }
        return null;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    public record Event(String name, @Nullable String id, JsonNode data) {}
}

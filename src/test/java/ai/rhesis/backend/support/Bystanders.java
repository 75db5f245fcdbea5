package ai.rhesis.backend.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// A health check and another organization, who ask again and again while somebody keeps the server busy.
public final class Bystanders implements AutoCloseable {

    /// The time within which each of them is to be answered.
    public static final Duration SOON = Duration.ofSeconds(2);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Api nobody;
    private final Api other;
    private final String project;

    public Bystanders(Organizations organizations) {
        nobody = organizations.anonymous();
        other = organizations.create();
        project = other.create("/projects", Map.of("name", "Peace"));
    }

    /// The answers to the same request so many times at once, while these are served.
    public List<Answer> whileServed(int times, Callable<Answer> request) throws Exception {
        List<Future<Answer>> asked = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            asked.add(threads.submit(request));
        }
        do {
            requireSoon("/health/live", nobody);
            requireSoon("/projects/" + project, other);
        } while (!asked.stream().allMatch(Future::isDone));
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> one : asked) {
            answers.add(one.get());
        }
        return answers;
    }

    private void requireSoon(String path, Api api) throws Exception {
        Answer answer =
                CompletableFuture.supplyAsync(() -> api.get(path), threads).get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(answer.status()).isEqualTo(200);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

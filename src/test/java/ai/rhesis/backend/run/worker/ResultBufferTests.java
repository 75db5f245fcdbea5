package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.run.testresult.Verdict;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class ResultBufferTests {

    private final BlockingQueue<List<ItemResult>> written = new LinkedBlockingQueue<>();
    private final Semaphore mayWrite = new Semaphore(0);
    private final Semaphore brought = new Semaphore(0);
    private final ResultBuffer buffer = new ResultBuffer(this::write);

    @Test
    void longFindingsWaitUntilThereIsRoomForThem() throws InterruptedException {
        Thread writer = Thread.startVirtualThread(buffer);
        for (int number = 0; number < 4; number++) {
            Thread.startVirtualThread(() -> bring(3_000_000));
        }

        assertThat(isBrought(2)).isTrue();
        assertThat(isBrought(1)).isFalse();
        mayWrite.release(4);
        assertThat(isBrought(2)).isTrue();

        buffer.close(writer);
        assertThat(written.stream().mapToInt(List::size).sum()).isEqualTo(4);
        assertThat(written).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(2));
    }

    @Test
    void shortFindingsAreWrittenTogether() throws InterruptedException {
        for (int number = 0; number < 100; number++) {
            bring(100);
        }
        mayWrite.release(100);
        Thread writer = Thread.startVirtualThread(buffer);

        assertThat(written.poll(10, TimeUnit.SECONDS)).hasSize(100);
        buffer.close(writer);
        assertThat(buffer.isIdle()).isTrue();
    }

    private void bring(int length) {
        buffer.put(new ItemResult(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Verdict.PASS,
                JsonNodeFactory.instance.objectNode().put("output", "x".repeat(length)),
                1L,
                Usage.UNKNOWN,
                List.of(),
                null,
                null));
        brought.release();
    }

    private void write(List<ItemResult> itemResults) {
        mayWrite.acquireUninterruptibly();
        written.add(itemResults);
    }

    private boolean isBrought(int more) throws InterruptedException {
        return brought.tryAcquire(more, 1, TimeUnit.SECONDS);
    }
}

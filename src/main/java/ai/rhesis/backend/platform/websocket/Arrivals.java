package ai.rhesis.backend.platform.websocket;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/// The memory that messages take on this node while they arrive and are worked on: an eighth of the heap at most.
@Component
public class Arrivals {

    private final long max = Runtime.getRuntime().maxMemory() / 8;
    private final AtomicLong taken = new AtomicLong();

    /// Takes room for so many characters, to be given back.
    boolean take(long characters) {
        if (taken.addAndGet(characters) <= max) {
            return true;
        }
        taken.addAndGet(-characters);
        return false;
    }

    /// Gives room back that was taken.
    public void giveBack(long characters) {
        taken.addAndGet(-characters);
    }

    public long taken() {
        return taken.get();
    }
}

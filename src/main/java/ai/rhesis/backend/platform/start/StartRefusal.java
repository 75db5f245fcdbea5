package ai.rhesis.backend.platform.start;

import org.jspecify.annotations.Nullable;

/// A start that can't go on, with what an operator can do about it.
public abstract class StartRefusal extends RuntimeException {

    private final String remedy;

    protected StartRefusal(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    public final String remedy() {
        return remedy;
    }
}

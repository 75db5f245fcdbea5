package ai.rhesis.backend.integration.enclosure;

import java.util.List;

/// Files whose contents are in memory until it is closed.
public final class OpenedFiles implements AutoCloseable {

    static final OpenedFiles NONE = new OpenedFiles(List.of(), () -> {});

    private final List<Enclosure> enclosures;
    private final Runnable release;

    OpenedFiles(List<Enclosure> enclosures, Runnable release) {
        this.enclosures = enclosures;
        this.release = release;
    }

    public List<Enclosure> enclosures() {
        return enclosures;
    }

    @Override
    public void close() {
        release.run();
    }
}

package ai.rhesis.backend.run.worker;

/// The work on an item was stopped; nothing came of it.
final class AbandonedException extends RuntimeException {

    AbandonedException() {
        super("abandoned", null, false, false);
    }
}

package ai.rhesis.backend.run.worker;

/// The end of work on an item that was stopped and has no result.
final class AbandonedException extends RuntimeException {

    AbandonedException() {
        super("abandoned", null, false, false);
    }
}

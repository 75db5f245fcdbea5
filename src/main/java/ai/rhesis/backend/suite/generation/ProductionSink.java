package ai.rhesis.backend.suite.generation;

/// The receiver of the tests of a generation.
public interface ProductionSink {

    /// Takes tests, perhaps none.
    ///
    /// @return whether to go on
    boolean take(Produced produced);

    /// Tells whether nobody waits for more tests; it is asked about once a second.
    default boolean isStopped() {
        return false;
    }
}

package ai.rhesis.backend.suite.setgeneration;

/// The states of a generation.
public enum GenerationState {
    PROGRESS("Progress", "in_progress"),
    COMPLETED("Completed", "completed"),
    FAILED("Failed", "failed"),
    CANCELLED("Cancelled", "failed");

    private final String stored;
    private final String told;

    GenerationState(String stored, String told) {
        this.stored = stored;
        this.told = told;
    }

    static GenerationState of(String stored) {
        for (GenerationState state : values()) {
            if (state.stored.equals(stored)) {
                return state;
            }
        }
        throw new IllegalArgumentException(stored);
    }

    /// Returns the value of the column.
    String stored() {
        return stored;
    }

    /// Returns the word among the metadata of a set; clients know three of them.
    String told() {
        return told;
    }
}

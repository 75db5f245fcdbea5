package ai.rhesis.backend.annotation.subject;

/// The numbers of living comments, tasks and files about an object.
public record Counts(long comments, long tasks, long files) {

    public static final Counts NONE = new Counts(0, 0, 0);
}

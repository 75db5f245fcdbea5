package ai.rhesis.backend.annotation.subject;

/// How many living comments, tasks and files are about an object.
public record Counts(long comments, long tasks, long files) {

    public static final Counts NONE = new Counts(0, 0, 0);
}

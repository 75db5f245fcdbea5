package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;

/// How much of a file is read.
public final class Limits {

    public static final int ROWS = 10_000;
    public static final int COLUMNS = 200;
    public static final int HEADER = 255;

    /// Objects, lists and values in a JSON or YAML file, counted as they open, stand and close.
    static final int TOKENS = 1_000_000;

    static final int NESTING = 50;
    static final int ALIASES = 50;
    static final int ZIP_ENTRIES = 1_000;
    static final int ZIP_RATIO = 100;
    static final long ZIP_FREE_OF_RATIO = 10L << 20;
    static final long UNZIPPED = 100L << 20;
    static final int SHARED_STRINGS = 1_000_000;

    private Limits() {}

    static ProblemException refused(String message) {
        return Problem.invalid("file", message).exception();
    }

    static void requireRows(int count) {
        if (count > ROWS) {
            throw refused("has more than %,d rows; split it".formatted(ROWS));
        }
    }

    static void requireColumns(int count) {
        if (count > COLUMNS) {
            throw refused("has more than %d columns".formatted(COLUMNS));
        }
    }
}

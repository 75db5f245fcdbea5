package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;

/// Bounds on the files that are read.
public final class Limits {

    public static final int MAX_ROWS = 10_000;
    public static final int MAX_COLUMNS = 200;
    public static final int MAX_HEADER_LENGTH = 255;

    /// Objects, lists and values in a file, with what it repeats written out.
    static final int MAX_VALUES = 1_000_000;

    /// All texts of a file together, with what it repeats written out.
    static final int MAX_CHARACTERS = 20_000_000;

    /// One text of a file.
    static final int MAX_TEXT_LENGTH = 1_000_000;

    static final int MAX_NESTING = 50;
    static final int MAX_NUMBER_LENGTH = 1_000;
    static final int MAX_ZIP_ENTRIES = 1_000;
    static final int MAX_ZIP_RATIO = 100;
    static final long MAX_FREE_OF_RATIO = 10L << 20;
    static final long MAX_UNZIPPED_BYTES = 100L << 20;

    private Limits() {}

    static ProblemException refused(String message) {
        return Problem.invalid("file", message).exception();
    }

    /// @throws ProblemException 422 that says the bound
    public static void requireRows(long count) {
        if (count > MAX_ROWS) {
            throw refused("has more than %,d rows; split it".formatted(MAX_ROWS));
        }
    }

    static void requireColumns(int count) {
        if (count > MAX_COLUMNS) {
            throw refused("has more than %d columns".formatted(MAX_COLUMNS));
        }
    }
}

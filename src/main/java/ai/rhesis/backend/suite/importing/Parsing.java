package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.suite.importing.mapping.Mapping;
import ai.rhesis.backend.suite.importing.mapping.TestDraft;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A file under a mapping, on its way into the database.
///
/// @param sheet that was asked for
record Parsing(
        ImportSessionView session, @Nullable String sheet, FileTable table, Mapping mapping, List<TestDraft> drafts) {

    private static final String SINGLE_TURN = "Single-Turn";
    private static final String MULTI_TURN = "Multi-Turn";

    /// Tells the type by what most of the rows hold: a goal, or a prompt.
    String detectedType() {
        long multi = drafts.stream().filter(TestDraft::isOverSeveralTurns).count();
        return 2 * multi > drafts.size() ? MULTI_TURN : SINGLE_TURN;
    }

    /// Makes the key by which the same import is known: the bytes of the file, and how they are read.
    String key(String testType) {
        String taken = new TreeMap<>(mapping.targets()) + "\n" + testType + (sheet == null ? "" : "\n" + sheet);
        return UploadedFile.sha256((session.contentHash() + "\n" + taken).getBytes(StandardCharsets.UTF_8));
    }
}

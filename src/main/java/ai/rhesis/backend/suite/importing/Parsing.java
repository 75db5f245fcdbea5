package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.suite.importing.mapping.Mapping;
import ai.rhesis.backend.suite.importing.mapping.TestDraft;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/// A file under a mapping, on its way into the database.
record Parsing(ImportSessionView session, FileTable table, Mapping mapping, List<TestDraft> drafts) {

    private static final String SINGLE_TURN = "Single-Turn";
    private static final String MULTI_TURN = "Multi-Turn";

    /// What most of the rows hold: a goal, or a prompt.
    String detectedType() {
        long multi = drafts.stream().filter(TestDraft::isOverSeveralTurns).count();
        return 2 * multi > drafts.size() ? MULTI_TURN : SINGLE_TURN;
    }

    /// What makes the same import the same: the bytes of the file, and how they are taken.
    String key(String testType) {
        String taken = new TreeMap<>(mapping.targets()) + "\n" + testType;
        return UploadedFile.sha256((session.contentHash() + "\n" + taken).getBytes(StandardCharsets.UTF_8));
    }
}

package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.suite.version.content.TestContent;
import java.util.UUID;

/// A test as a version has it.
record VersionedContent(UUID testId, int position, String contentHash, String stimulusHash, TestContent content) {

    VersionPlace place() {
        return new VersionPlace(position, testId);
    }
}

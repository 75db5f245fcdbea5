package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.suite.version.content.TestContent;

/// The hashes of a test: of all that it says, and of what reaches the target.
public record TestHashes(String contentHash, String stimulusHash) {

    static TestHashes of(TestContent content) {
        return new TestHashes(content.contentHash(), content.stimulusHash());
    }
}

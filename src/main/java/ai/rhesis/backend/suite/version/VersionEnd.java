package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.suite.version.content.RunningHash;

/// The end of a version's tests: the hash of all of them, the last position and how many they are.
record VersionEnd(RunningHash hash, int position, int tests) {

    static VersionEnd ofNothing() {
        return new VersionEnd(RunningHash.begin(), -1, 0);
    }

    /// Returns the end with one more test behind it; the hash goes on in place.
    VersionEnd with(int nextPosition, String contentHash) {
        hash.addLine(contentHash);
        return new VersionEnd(hash, nextPosition, tests + 1);
    }
}

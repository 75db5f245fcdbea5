package ai.rhesis.backend.suite.version;

/// A version that was asked for, and whether it was made just now.
record MadeVersion(TestSetVersion version, boolean isNew) {

    MadeVersion with(TestSetVersion labelled) {
        return new MadeVersion(labelled, isNew);
    }
}

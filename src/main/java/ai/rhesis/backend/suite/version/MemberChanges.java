package ai.rhesis.backend.suite.version;

/// The numbers of tests of a set that differ from its last version, and whether all new ones stand behind the old
/// ones.
record MemberChanges(int added, int removed, int changed, boolean atEndOnly) {

    static final MemberChanges NONE = new MemberChanges(0, 0, 0, true);

    boolean isEmpty() {
        return added + removed + changed == 0;
    }

    /// Adds a test that is compared with the last version.
    MemberChanges with(MemberState test, int lastPosition) {
        boolean isAtEnd = atEndOnly && !test.wasThere() && test.isThere() && test.requiredPosition() > lastPosition;
        if (!test.wasThere()) {
            return test.isThere() ? new MemberChanges(added + 1, removed, changed, isAtEnd) : this;
        }
        return test.isThere()
                ? new MemberChanges(added, removed, changed + 1, false)
                : new MemberChanges(added, removed + 1, changed, false);
    }
}

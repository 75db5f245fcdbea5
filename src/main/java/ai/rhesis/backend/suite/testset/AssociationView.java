package ai.rhesis.backend.suite.testset;

/// A count of the tests that went into a set or out of it, and the subjects of the set since.
record AssociationView(int changed, TestSetMetadata metadata) {}

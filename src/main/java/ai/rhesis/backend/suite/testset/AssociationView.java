package ai.rhesis.backend.suite.testset;

/// How many tests went into a set or out of it, and what it is about since.
record AssociationView(int changed, TestSetMetadata metadata) {}

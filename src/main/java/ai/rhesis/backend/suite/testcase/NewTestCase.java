package ai.rhesis.backend.suite.testcase;

import java.util.UUID;

/// A checked test that is to be made among many: its id, what the client wrote, and what it points at.
public record NewTestCase(UUID id, TestCaseRequest request, TestCaseLinks links) {}

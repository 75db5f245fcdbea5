package ai.rhesis.backend.suite.generation.draft;

import ai.rhesis.backend.suite.generation.WrittenCase;
import java.util.List;

/// Tests as a model wrote them; nothing of them is stored.
record TestsResponse(List<WrittenCase> tests) {}

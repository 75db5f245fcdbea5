package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.problem.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of many objects in a body: its place among them and either the object or, seen from it, what is wrong with it.
public record Element<R>(int index, @Nullable R value, List<Violation> violations) {}

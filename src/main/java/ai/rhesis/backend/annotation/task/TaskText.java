package ai.rhesis.backend.annotation.task;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words of a task, and what clients keep with it.
///
/// @param description empty for none
public record TaskText(String title, String description, Map<String, @Nullable Object> metadata) {}

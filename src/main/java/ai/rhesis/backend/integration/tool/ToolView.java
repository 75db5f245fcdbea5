package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.annotation.typelookup.TypeReference;
import org.jspecify.annotations.Nullable;

/// A tool with the type of its provider.
record ToolView(Tool tool, @Nullable TypeReference toolProviderType) {}

package ai.rhesis.backend.metric.generation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// A description of a metric, or of what is to be better about one.
record MetricPromptRequest(@NotBlank @Size(max = 20_000) String prompt) {}

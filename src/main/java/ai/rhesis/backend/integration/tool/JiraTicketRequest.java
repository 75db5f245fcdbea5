package ai.rhesis.backend.integration.tool;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/// The task that an issue of Jira is to be made of, and the tool that leads to Jira.
record JiraTicketRequest(@NotNull UUID taskId, @NotNull UUID toolId) {}

package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.annotation.task.TaskNotes;
import ai.rhesis.backend.annotation.task.TaskText;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallException.Reason;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Issues of Jira that are made of tasks. The task remembers its issue, so that it gets no second one.
@Component
class JiraTickets {

    private static final String ISSUE = "jira_issue";

    private final ToolService tools;
    private final TaskNotes tasks;
    private final JiraClient jira;

    JiraTickets(ToolService tools, TaskNotes tasks, JiraClient jira) {
        this.tools = tools;
        this.tasks = tasks;
        this.jira = jira;
    }

    /// @throws ProblemException 422 when the tool or the task is none, or the tool lacks something; 409 when
    /// the task has an issue, or one is being made of it; 502 or 504 when Jira refuses or does not answer
    JiraTicketResponse create(JiraTicketRequest request) {
        OpenedTool tool = tools.open(request.toolId());
        tool.require("jira");
        String project = tool.text("space_key");
        if (project == null) {
            throw tool.invalid("has no space_key in its tool_metadata: choose a project of Jira for it");
        }
        TaskText task = tasks.text(request.taskId(), "task_id");
        if (task.metadata().get(ISSUE) instanceof Map<?, ?> issue) {
            throw Problem.conflict("The task has the issue " + issue.get("issue_key") + " already")
                    .exception();
        }
        ToolAccess access = ToolAccess.jira(tool);
        tasks.claim(request.taskId(), ISSUE);
        try {
            return noted(request, jira.create(access, project, task.title(), task.description()));
        } catch (CallException failure) {
            // without an answer there may be an issue all the same: the claim goes on until it is void
            if (failure.reason() != Reason.TIMEOUT) {
                tasks.release(request.taskId(), ISSUE);
            }
            throw failure.problem("tool_id").exception();
        }
    }

    private JiraTicketResponse noted(JiraTicketRequest request, JiraClient.JiraIssue issue) {
        tasks.note(
                request.taskId(),
                ISSUE,
                Map.of(
                        "issue_key", issue.key(),
                        "issue_url", issue.url(),
                        "tool_id", request.toolId().toString(),
                        "created_at", Instant.now().toString()));
        return new JiraTicketResponse(issue.key(), issue.url(), "Created the issue " + issue.key());
    }
}

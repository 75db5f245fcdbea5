package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallException.Reason;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The connections to tools, tried by asking who the credentials are of.
@Component
class ToolConnections {

    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private final ToolService tools;
    private final JiraClient jira;
    private final ToolTransport calls;

    ToolConnections(ToolService tools, JiraClient jira, ToolTransport calls) {
        this.tools = tools;
        this.jira = jira;
        this.calls = calls;
    }

    /// @throws ProblemException 422 when the tool is none or lacks something, 502 or 504 when it does not answer
    ToolConnectionResponse test(ToolConnectionRequest request) {
        OpenedTool tool = tools.open(request);
        try {
            return switch (tool.provider()) {
                case "jira" -> jira(tool);
                case "github" -> github(tool);
                default ->
                    ToolConnectionResponse.no("This server keeps tools of the provider %s and calls none as yet"
                            .formatted(tool.provider()));
            };
        } catch (CallException failure) {
            if (failure.reason() == Reason.STATUS && REFUSED.contains(failure.status())) {
                return ToolConnectionResponse.no("Authentication failed: " + failure.getMessage());
            }
            throw failure.problem(tool.field()).exception();
        }
    }

    private ToolConnectionResponse jira(OpenedTool tool) {
        ToolAccess access = ToolAccess.jira(tool);
        String name = jira.myself(access);
        List<ToolSpace> projects = jira.projects(access);
        String chosen = tool.text("space_key");
        if (chosen != null
                && projects.stream().noneMatch(project -> project.key().equals(chosen))) {
            return ToolConnectionResponse.no("The project " + chosen + " of Jira is not among those that can be seen");
        }
        return new ToolConnectionResponse("Yes", "Connected as " + name, Map.of("spaces", projects));
    }

    private ToolConnectionResponse github(OpenedTool tool) {
        ToolAccess access = ToolAccess.github(tool);
        String login = calls.json(access, access.get("user")).path("login").asString("");
        if (tool.metadata().get("repository") instanceof Map<?, ?> repository) {
            calls.json(
                    access,
                    access.get(
                            "repos", String.valueOf(repository.get("owner")), String.valueOf(repository.get("repo"))));
        }
        return new ToolConnectionResponse("Yes", "Connected as " + login, null);
    }
}

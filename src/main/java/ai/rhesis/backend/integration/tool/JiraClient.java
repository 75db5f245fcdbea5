package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.platform.egress.CallException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The REST interface of Jira, version 3.
@Component
class JiraClient {

    private static final int MAX_SUMMARY = 255;
    private static final int MAX_DESCRIPTION = 30_000;
    private static final String KEY = "[A-Z][A-Z0-9_]*-\\d+";

    private final ToolTransport calls;

    JiraClient(ToolTransport calls) {
        this.calls = calls;
    }

    /// Creates an issue of the type Task.
    ///
    /// @param project the key of the project of Jira
    /// @throws CallException when Jira refuses, or answers without the key of an issue
    JiraIssue create(ToolAccess access, String project, String summary, String description) {
        JsonNode answer = calls.json(access, access.post(path("issue"), issue(project, summary, description)));
        String key = answer.path("key").asString("");
        if (!key.matches(KEY)) {
            throw CallException.answer(access.address().host() + " told no key of the new issue");
        }
        return new JiraIssue(key, access.page("browse", key));
    }

    /// Returns the name of whoever the credentials are of.
    String myself(ToolAccess access) {
        return calls.json(access, access.get(path("myself"), Map.of(), "application/json"))
                .path("displayName")
                .asString("");
    }

    /// Lists up to 100 projects by key and name.
    List<ToolSpace> projects(ToolAccess access) {
        return calls.json(access, access.get(path("project"), Map.of("maxResults", "100"), "application/json"))
                .valueStream()
                .limit(100)
                .map(project -> new ToolSpace(
                        project.path("key").asString(""), project.path("name").asString("")))
                .toList();
    }

    private static List<String> path(String resource) {
        return List.of("rest", "api", "3", resource);
    }

    private static String issue(String project, String summary, String description) {
        ObjectNode issue = JsonMapper.shared().createObjectNode();
        ObjectNode fields = issue.putObject("fields");
        fields.putObject("project").put("key", project);
        fields.putObject("issuetype").put("name", "Task");
        fields.put("summary", cut(summary.replaceAll("\\s+", " ").strip(), MAX_SUMMARY));
        ArrayNode paragraphs = fields.putObject("description")
                .put("type", "doc")
                .put("version", 1)
                .putArray("content");
        cut(description.isBlank() ? summary : description, MAX_DESCRIPTION)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> paragraphs
                        .addObject()
                        .put("type", "paragraph")
                        .putArray("content")
                        .addObject()
                        .put("type", "text")
                        .put("text", line));
        return issue.toString();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /// An issue of Jira.
    ///
    /// @param url its page
    record JiraIssue(String key, String url) {}
}

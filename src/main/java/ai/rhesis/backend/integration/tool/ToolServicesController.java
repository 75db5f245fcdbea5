package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.StringNode;

/// The routes by which tools are used and that name none in their path.
@RestController
@RequestMapping("/services")
class ToolServicesController {

    private static final String NO_SERVERS =
            "This server starts no MCP servers: they are programs of others that would run here with the rights of this one";

    private final GithubContents github;
    private final ToolService tools;

    ToolServicesController(GithubContents github, ToolService tools) {
        this.github = github;
        this.tools = tools;
    }

    @GetMapping("/github/contents")
    StringNode publicContents(@RequestParam("repo_url") String repoUrl) {
        return StringNode.valueOf(github.read(repoUrl, null));
    }

    // only members use the token of a tool
    @PostMapping("/github/contents")
    StringNode contents(@RequestBody GithubContentsRequest request) {
        return StringNode.valueOf(github.read(request.repoUrl(), request.toolId()));
    }

    @PostMapping("/mcp/query")
    void query(@RequestBody ToolQueryRequest request) {
        tools.requireReferenced(request.toolId());
        throw Problem.of(HttpStatus.NOT_IMPLEMENTED, NO_SERVERS)
                .with("code", "not_implemented")
                .exception();
    }
}

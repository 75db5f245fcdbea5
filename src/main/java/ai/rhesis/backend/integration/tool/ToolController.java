package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.Recyclable;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The routes of tools. They are kept; none is called as yet, and who asks for that is told so.
@RestController
@RequestMapping("/tools")
class ToolController implements Recyclable<Tool> {

    private static final String NOT_CALLED = "This server keeps tools and calls none as yet";

    private final ToolService tools;

    ToolController(ToolService tools) {
        this.tools = tools;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<ToolResponse>> list(ListRequest request) {
        return tools.list(request).map(ToolResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public ToolResponse get(@PathVariable UUID id) {
        return ToolResponse.of(tools.get(id));
    }

    @PostMapping
    ToolResponse create(@RequestBody ToolRequest request) {
        return ToolResponse.of(tools.create(request));
    }

    @RequestMapping(
            path = "/{id}",
            method = {RequestMethod.PATCH, RequestMethod.PUT})
    ToolResponse update(@PathVariable UUID id, Patch<ToolRequest> change) {
        return ToolResponse.of(tools.update(id, change));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, IfMatch ifMatch) {
        tools.delete(id, ifMatch);
    }

    @PostMapping("/test-connection")
    ToolConnectionResponse testConnection(@RequestBody ToolConnectionRequest request) {
        if (request.toolId() != null) {
            tools.requireReferenced(request.toolId());
        }
        return new ToolConnectionResponse("No", NOT_CALLED);
    }

    @PostMapping("/{id}/extract")
    ToolResponse extract(@PathVariable UUID id) {
        tools.get(id);
        throw Problem.badRequest("id", NOT_CALLED).exception();
    }
}

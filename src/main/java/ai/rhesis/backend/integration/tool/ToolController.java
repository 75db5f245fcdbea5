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

/// The routes of tools. Jira and GitHub are called; of others it is told that they are not as yet.
@RestController
@RequestMapping("/tools")
class ToolController implements Recyclable<Tool> {

    private static final String NOT_TAKEN = "This server takes texts from no tool as yet";

    private final ToolService tools;
    private final ToolConnections connections;
    private final JiraTickets tickets;

    ToolController(ToolService tools, ToolConnections connections, JiraTickets tickets) {
        this.tools = tools;
        this.connections = connections;
        this.tickets = tickets;
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
        return connections.test(request);
    }

    @PostMapping("/jira/create-ticket-from-task")
    JiraTicketResponse createJiraTicket(@RequestBody JiraTicketRequest request) {
        return tickets.create(request);
    }

    @PostMapping("/{id}/extract")
    ToolResponse extract(@PathVariable UUID id) {
        tools.get(id);
        throw Problem.badRequest("id", NOT_TAKEN).exception();
    }
}

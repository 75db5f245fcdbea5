package ai.rhesis.backend.portal.architect;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.security.Capability;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.Recyclable;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/architect/sessions")
class ArchitectSessionController implements Recyclable<ArchitectSession> {

    private final ArchitectSessionService sessions;

    ArchitectSessionController(ArchitectSessionService sessions) {
        this.sessions = sessions;
    }

    @Override
    @Capability("architect:read")
    @GetMapping
    public ResponseEntity<List<ArchitectSessionResponse>> list(ListRequest request) {
        return sessions.list(request).map(ArchitectSessionResponse::of).toResponse();
    }

    @Override
    @Capability("architect:read")
    @GetMapping("/{id}")
    public ArchitectSessionDetail get(@PathVariable UUID id) {
        return ArchitectSessionDetail.of(sessions.get(id));
    }

    @Capability("architect:read")
    @GetMapping("/{id}/messages")
    List<ArchitectMessage> messages(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = "100") int limit) {
        return sessions.messages(id, skip, limit);
    }

    @Capability("architect:create")
    @PostMapping
    ArchitectSessionResponse create(@RequestBody ArchitectSessionRequest request) {
        return ArchitectSessionResponse.of(sessions.create(request));
    }

    @Capability("architect:update")
    @PutMapping("/{id}")
    ArchitectSessionResponse update(@PathVariable UUID id, Patch<ArchitectSessionRequest> change) {
        return ArchitectSessionResponse.of(sessions.update(id, change));
    }

    @Capability("architect:delete")
    @DeleteMapping("/{id}")
    ArchitectSessionResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return ArchitectSessionResponse.of(sessions.delete(id, ifMatch));
    }
}

package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.idempotency.SecretAnswer;
import ai.rhesis.backend.platform.security.AcrossProjects;
import ai.rhesis.backend.platform.security.AnyRole;
import ai.rhesis.backend.platform.security.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SocketTicketController {

    private final SocketTicketService tickets;

    SocketTicketController(SocketTicketService tickets) {
        this.tickets = tickets;
    }

    @AnyRole
    @AcrossProjects
    @SecretAnswer
    @PostMapping("/ws/token")
    ResponseEntity<SocketTicketResponse> issue(@AuthenticationPrincipal Caller caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new SocketTicketResponse(tickets.issue(caller).text(), SocketTicketService.LIFETIME_SECONDS));
    }
}

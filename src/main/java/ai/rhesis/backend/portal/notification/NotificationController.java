package ai.rhesis.backend.portal.notification;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.security.AnyRole;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/notifications")
class NotificationController {

    private final NotificationService notifications;

    NotificationController(NotificationService notifications) {
        this.notifications = notifications;
    }

    @GetMapping("/summary")
    NotificationSummaryResponse summary() {
        return NotificationSummaryResponse.of(notifications.unread());
    }

    @GetMapping
    List<NotificationView> list(
            @RequestParam(required = false)
                    @Nullable
                    @Pattern(regexp = NotificationSection.NAMES, message = NotificationSection.MESSAGE)
                    String section,
            @RequestParam(name = "unread_only", defaultValue = "false") boolean unreadOnly,
            @RequestParam(defaultValue = "0") @Min(0) int skip,
            @RequestParam(defaultValue = "100") @Min(1) @Max(NotificationService.MAX_LIMIT) int limit) {
        return notifications.list(section, unreadOnly, skip, limit);
    }

    @AnyRole
    @PostMapping("/read")
    ReadResponse read(@RequestBody ReadRequest request) {
        if (request.isAboutNothing()) {
            throw Problem.badRequest("section", "section or notification_ids is required")
                    .exception();
        }
        return new ReadResponse(notifications.read(request));
    }
}

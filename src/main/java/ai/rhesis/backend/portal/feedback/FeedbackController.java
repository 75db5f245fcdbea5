package ai.rhesis.backend.portal.feedback;

import ai.rhesis.backend.platform.security.Public;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FeedbackController {

    private final FeedbackMail mail;

    FeedbackController(FeedbackMail mail) {
        this.mail = mail;
    }

    @Public
    @PostMapping("/feedback")
    FeedbackResponse send(@RequestBody FeedbackRequest request) {
        mail.send(request);
        return FeedbackResponse.SENT;
    }
}

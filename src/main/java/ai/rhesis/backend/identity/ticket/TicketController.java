package ai.rhesis.backend.identity.ticket;

import ai.rhesis.backend.identity.login.LoginResponse;
import ai.rhesis.backend.identity.session.SuccessResponse;
import ai.rhesis.backend.platform.idempotency.SecretAnswer;
import ai.rhesis.backend.platform.secrets.Secret;
import ai.rhesis.backend.platform.security.Public;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@SecretAnswer
@RequestMapping("/auth")
class TicketController {

    private final TicketMails mails;
    private final TicketService tickets;

    TicketController(TicketMails mails, TicketService tickets) {
        this.mails = mails;
        this.tickets = tickets;
    }

    @Public
    @PostMapping("/resend-verification")
    SuccessResponse resendVerification(@RequestBody EmailRequest request) {
        return send(MailedTicket.VERIFICATION, request);
    }

    @Public
    @PostMapping("/forgot-password")
    SuccessResponse forgotPassword(@RequestBody EmailRequest request) {
        return send(MailedTicket.PASSWORD_RESET, request);
    }

    @Public
    @PostMapping("/magic-link")
    SuccessResponse magicLink(@RequestBody EmailRequest request) {
        return send(MailedTicket.MAGIC_LINK, request);
    }

    @Public
    @PostMapping("/verify-email")
    LoginResponse verifyEmail(@RequestBody TicketRequest request) {
        return LoginResponse.of(tickets.enter(MailedTicket.VERIFICATION, new Secret(request.token())));
    }

    @Public
    @PostMapping("/magic-link/verify")
    LoginResponse verifyMagicLink(@RequestBody TicketRequest request) {
        return LoginResponse.of(tickets.enter(MailedTicket.MAGIC_LINK, new Secret(request.token())));
    }

    @Public
    @PostMapping("/reset-password")
    SuccessResponse resetPassword(@RequestBody PasswordResetRequest request) {
        tickets.resetPassword(request);
        return new SuccessResponse(true, "The password is changed; log in with the new one.");
    }

    private SuccessResponse send(MailedTicket kind, EmailRequest request) {
        mails.send(kind, request.email());
        return mails.answer();
    }
}

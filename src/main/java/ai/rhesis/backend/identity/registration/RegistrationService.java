package ai.rhesis.backend.identity.registration;

import ai.rhesis.backend.identity.account.Account;
import ai.rhesis.backend.identity.account.AccountQueries;
import ai.rhesis.backend.identity.account.Candidate;
import ai.rhesis.backend.identity.account.Passwords;
import ai.rhesis.backend.identity.login.Login;
import ai.rhesis.backend.identity.login.LoginService;
import ai.rhesis.backend.identity.login.LoginSource;
import ai.rhesis.backend.identity.ticket.MailedTicket;
import ai.rhesis.backend.identity.ticket.TicketMails;
import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.secrets.OrganizationSecret;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The registration of accounts, which joins them to the organization that invited them.
@Service
class RegistrationService {

    private final AccountQueries accounts;
    private final InvitationQueries invitations;
    private final LoginService logins;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final TicketMails mails;
    private final boolean open;

    RegistrationService(
            AccountQueries accounts,
            InvitationQueries invitations,
            LoginService logins,
            Passwords passwords,
            TransactionTemplate transaction,
            TicketMails mails,
            @Value("${rhesis.registration:closed}") RegistrationMode mode) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.logins = logins;
        this.passwords = passwords;
        this.transaction = transaction;
        this.mails = mails;
        this.open = mode == RegistrationMode.OPEN;
    }

    /// Tells whether anybody may register, not only who was invited.
    boolean isOpen() {
        return open;
    }

    Login register(RegisterRequest request, LoginSource source) {
        return request.invitationCode() == null ? registerUninvited(request) : join(request, code(request), source);
    }

    private Login registerUninvited(RegisterRequest request) {
        if (!open && !isExpected(request.email())) {
            throw Problem.forbidden("Registration is closed; ask an owner of an organization for an invitation.")
                    .exception();
        }
        Account account = accountOf(request);
        String hash = passwords.hash(request.password());
        Login login = transaction.execute(status -> {
            makeAccount(account, hash);
            return logins.enter(account.id());
        });
        mails.send(MailedTicket.VERIFICATION, account.email());
        return login;
    }

    private boolean isExpected(String email) {
        return transaction.execute(status -> invitations.isExpected(email));
    }

    private Login join(RegisterRequest request, OrganizationSecret code, LoginSource source) {
        Candidate candidate = transaction.execute(status -> {
            if (!invitations.isValid(code, request.email())) {
                throw badCode();
            }
            return accounts.findLogin(request.email());
        });
        return candidate.account() == null ? joinAnew(request, code) : joinWithAccount(request, code, source);
    }

    private Login joinAnew(RegisterRequest request, OrganizationSecret code) {
        Account account = accountOf(request);
        String hash = passwords.hash(request.password());
        return transaction.execute(status -> {
            makeAccount(account, hash);
            return redeem(account, code);
        });
    }

    private Login joinWithAccount(RegisterRequest request, OrganizationSecret code, LoginSource source) {
        Account account = logins.authenticate(request.email(), request.password(), source);
        if (account.organizationId() != null) {
            throw Problem.conflict("This account belongs to an organization already.")
                    .exception();
        }
        return transaction.execute(status -> redeem(account, code));
    }

    private Login redeem(Account account, OrganizationSecret code) {
        return invitations.redeem(code, account.id()).map(logins::enter).orElseThrow(RegistrationService::badCode);
    }

    private void makeAccount(Account account, String passwordHash) {
        if (!accounts.register(account, passwordHash)) {
            throw Problem.conflict("email", "An account with this email address already exists.", null)
                    .exception();
        }
    }

    private static Account accountOf(RegisterRequest request) {
        return new Account(BaseEntity.newId(), request.email(), request.name(), null);
    }

    private static OrganizationSecret code(RegisterRequest request) {
        OrganizationSecret code =
                OrganizationSecret.parse(OrganizationSecret.INVITATION, String.valueOf(request.invitationCode()));
        if (code == null) {
            throw badCode();
        }
        return code;
    }

    private static ProblemException badCode() {
        return Problem.invalid("invitation_code", "is unknown, used, expired or meant for another email address")
                .exception();
    }
}

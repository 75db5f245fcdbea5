package ai.rhesis.backend.identity.token;

import ai.rhesis.backend.platform.persistence.Resources;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Unchangeable;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.secrets.OrganizationSecret;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tokens of an organization: everybody has their own, owners see and revoke all.
@Service
@Transactional
class TokenService {

    private final TokenRepository tokens;

    TokenService(TokenRepository tokens) {
        this.tokens = tokens;
    }

    @Transactional(readOnly = true)
    Listing<ApiToken> list(Caller caller, ListRequest request) {
        return tokens.list(request, TokenFields.ALL, visibleTo(caller));
    }

    @Transactional(readOnly = true)
    ApiToken get(Caller caller, UUID id) {
        return requireVisible(caller, tokens.get(id));
    }

    IssuedToken create(TokenRequest request) {
        OrganizationSecret secret = newSecret();
        return new IssuedToken(tokens.save(new ApiToken(request, secret)), secret);
    }

    /// Changes the name of the caller's own token.
    ///
    /// @throws ProblemException 422 for other scopes or another project, which are settled when it is made
    ApiToken rename(Caller caller, UUID id, Patch<TokenNameRequest> change) {
        ApiToken token = requireOwn(caller, tokens.getForUpdate(id));
        TokenNameRequest wanted = change.applyTo(TokenNameRequest.of(token), token.getVersion());
        if (!token.getScopes().equals(wanted.scopes())) {
            throw Problem.invalid("scopes", "can't be changed; create another token")
                    .exception();
        }
        Unchangeable.require("project_id", token.getProjectId(), wanted.projectId());
        token.rename(wanted);
        return tokens.save(token);
    }

    /// Gives the caller's own token another secret: with that of another member an owner would act in their name.
    IssuedToken refresh(Caller caller, UUID id, TokenRefreshRequest request) {
        ApiToken token = requireOwn(caller, tokens.getForUpdate(id));
        OrganizationSecret secret = newSecret();
        token.refresh(secret, request.expiresInDays());
        return new IssuedToken(tokens.save(token), secret);
    }

    ApiToken revoke(Caller caller, UUID id, IfMatch ifMatch) {
        ApiToken token = requireVisible(caller, tokens.getForUpdate(id));
        ifMatch.check(token.getVersion());
        token.delete();
        return tokens.save(token);
    }

    private static OrganizationSecret newSecret() {
        return OrganizationSecret.random(
                OrganizationSecret.API_TOKEN, Tenant.current().organizationId());
    }

    private static Restriction<ApiToken> visibleTo(Caller caller) {
        return caller.isOwner()
                ? Restriction.none()
                : (token, query, builder) -> builder.equal(token.get("userId"), caller.userId());
    }

    private static ApiToken requireOwn(Caller caller, ApiToken token) {
        if (!caller.is(token.getUserId())) {
            throw Resources.notFound(ApiToken.class, token.getId()).exception();
        }
        return token;
    }

    private static ApiToken requireVisible(Caller caller, ApiToken token) {
        if (!caller.isOwner() && !caller.is(token.getUserId())) {
            throw Resources.notFound(ApiToken.class, token.getId()).exception();
        }
        return token;
    }
}

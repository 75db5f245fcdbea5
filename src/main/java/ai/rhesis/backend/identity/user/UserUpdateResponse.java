package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.security.AccessTokens;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.security.Session;
import ai.rhesis.backend.platform.web.Revisioned;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/// A changed user: by itself, or, when somebody with a session changed themselves, beside a new token that tells it.
record UserUpdateResponse(
        @JsonUnwrapped @Nullable UserResponse plain,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UserResponse user,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sessionToken)
        implements Revisioned {

    static UserUpdateResponse of(User user, Caller caller, AccessTokens tokens) {
        UserResponse response = UserResponse.of(user);
        Session session = caller.session();
        return session != null && caller.is(user.getId())
                ? new UserUpdateResponse(null, response, tokens.issue(session, user.inSession()))
                : new UserUpdateResponse(response, null, null);
    }

    @Override
    public long revision() {
        UserResponse there = plain == null ? user : plain;
        return there == null ? 0 : there.revision();
    }
}

package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.secrets.KeyRing;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The encryption of the secrets of endpoints, each for the hosts that it was given for.
@Component
class EndpointVault {

    private final KeyRing keys;

    EndpointVault(KeyRing keys) {
        this.keys = keys;
    }

    void keep(Endpoint endpoint, EndpointRequest request) {
        endpoint.keepAuthToken(seal(endpoint, request.authToken()));
        endpoint.keepClientSecret(seal(endpoint, request.clientSecret()));
    }

    /// Replaces the secrets that were sent. The others stay, unless they would go to another host than before.
    void replace(Endpoint endpoint, EndpointRequest request, Patch<EndpointRequest> change, Destinations before) {
        Destinations now = Destinations.of(endpoint);
        if (change.mentions("auth_token")) {
            endpoint.keepAuthToken(seal(endpoint, request.authToken()));
        } else if (endpoint.hasAuthToken() && !now.hasTargetOf(before)) {
            throw isForAnotherHost("auth_token");
        }
        if (change.mentions("client_secret")) {
            endpoint.keepClientSecret(seal(endpoint, request.clientSecret()));
        } else if (endpoint.hasClientSecret() && !now.equals(before)) {
            throw isForAnotherHost("client_secret");
        }
    }

    private static ProblemException isForAnotherHost(String field) {
        return Problem.invalid(field, "must be given again, or null: the stored one was given for another host")
                .exception();
    }

    /// @throws CallException when the snapshot leads to another host than the secrets were given for
    EndpointSecrets open(EndpointRepository.Sealed stored, EndpointSnapshot endpoint) {
        boolean isEmpty = stored.getEncryptedAuthToken() == null && stored.getEncryptedClientSecret() == null;
        Destinations given = Destinations.of(stored.getUrl(), stored.getTokenUrl());
        if (!isEmpty && !given.equals(Destinations.of(endpoint.url(), endpoint.tokenUrl()))) {
            throw CallException.configuration(
                    "url", "the endpoint's secret has been given for another host since then");
        }
        return new EndpointSecrets(
                unseal(endpoint.id(), stored.getEncryptedAuthToken()),
                unseal(endpoint.id(), stored.getEncryptedClientSecret()));
    }

    private @Nullable String seal(Endpoint endpoint, @Nullable String secret) {
        return secret == null ? null : keys.encrypt(secret, Tenant.current().organizationId(), endpoint.getId());
    }

    private @Nullable String unseal(UUID id, @Nullable String secret) {
        return secret == null ? null : keys.decrypt(secret, Tenant.current().organizationId(), id);
    }
}

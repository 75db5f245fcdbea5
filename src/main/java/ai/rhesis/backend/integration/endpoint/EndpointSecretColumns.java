package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.platform.secrets.EncryptedColumn;
import ai.rhesis.backend.platform.secrets.SecretColumnQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The secrets of endpoints, for their move to another key of the ring.
@Configuration(proxyBeanMethods = false)
class EndpointSecretColumns {

    @Bean
    static EncryptedColumn endpointTokens(SecretColumnQueries columns) {
        return columns.column(
                "endpoint.encrypted_auth_token",
                """
                select id, encrypted_auth_token as ciphertext
                from app.endpoint
                where encrypted_auth_token is not null and not starts_with(encrypted_auth_token, ? || ':') and id > ?
                order by id
                limit ?
                """,
                "update app.endpoint set encrypted_auth_token = ? where id = ? and encrypted_auth_token = ?");
    }

    @Bean
    static EncryptedColumn endpointClientSecrets(SecretColumnQueries columns) {
        return columns.column(
                "endpoint.encrypted_client_secret",
                """
                select id, encrypted_client_secret as ciphertext
                from app.endpoint
                where encrypted_client_secret is not null and not starts_with(encrypted_client_secret, ? || ':') and id > ?
                order by id
                limit ?
                """,
                "update app.endpoint set encrypted_client_secret = ? where id = ? and encrypted_client_secret = ?");
    }
}

package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.platform.secrets.EncryptedColumn;
import ai.rhesis.backend.platform.secrets.SecretColumnQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The credentials of tools, for their move to another key of the ring.
@Configuration(proxyBeanMethods = false)
class ToolSecretColumns {

    @Bean
    static EncryptedColumn toolCredentials(SecretColumnQueries columns) {
        return columns.column(
                "tool.encrypted_credentials",
                """
                select id, encrypted_credentials as ciphertext
                from app.tool
                where not starts_with(encrypted_credentials, ? || ':') and id > ?
                order by id
                limit ?
                """,
                "update app.tool set encrypted_credentials = ? where id = ? and encrypted_credentials = ?");
    }
}

package ai.rhesis.backend;

import ai.rhesis.backend.identity.account.OperatorCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/// The one process of the service: HTTP interface, schema migration and, unless a database is configured, PostgreSQL.
// without what nothing here uses: pages of errors, Spring Data's arguments of controllers, logs by OpenTelemetry, and
// proxies that translate exceptions, which JdbcClient and Spring Data's repositories do themselves
@SpringBootApplication(
        exclude = {
            ErrorMvcAutoConfiguration.class,
            DataWebAutoConfiguration.class,
            OpenTelemetryLoggingAutoConfiguration.class,
            PersistenceExceptionTranslationAutoConfiguration.class
        })
public class RhesisApplication {

    static void main(String[] arguments) {
        if (OperatorCommand.isOne(arguments)) {
            System.exit(OperatorCommand.run(arguments, System.out));
        }
        IdleHeap.giveBack();
        SpringApplication.run(RhesisApplication.class, arguments);
    }
}

package ai.rhesis.backend;

import ai.rhesis.backend.identity.login.OperatorCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/// The one process of the service: HTTP interface, schema migration and, unless a database is configured, PostgreSQL.
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
public class RhesisApplication {

    static void main(String[] arguments) {
        if (OperatorCommand.isOne(arguments)) {
            System.exit(OperatorCommand.run(arguments, System.out));
        }
        SpringApplication.run(RhesisApplication.class, arguments);
    }
}

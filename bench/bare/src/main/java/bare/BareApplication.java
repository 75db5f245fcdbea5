package bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The smallest application of the same parts: web, security, JPA with one entity, Flyway, actuator.
@SpringBootApplication
public class BareApplication {

    static void main(String[] arguments) {
        SpringApplication.run(BareApplication.class, arguments);
    }
}

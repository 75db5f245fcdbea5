package ai.rhesis.backend.platform.web.connection;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The bounds on arrival, put into the container.
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedArrival() {
        return factory -> {
            factory.setProtocol(TimedProtocol.class.getName());
            factory.addEngineValves(new ArrivalValve(ArrivalLimits.DEFAULT));
        };
    }
}
